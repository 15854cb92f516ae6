# Words of the analysis.

analysis-numeric = the numbers do not allow it: { $reason }
    .hint = report the workspace and the command; the caches can be deleted and made again with: weft analyse
analysis-bad-model = the model { $name } cannot be read: { $reason }
    .hint = train the models again, or leave --models out to use those in the program
analysis-stopped = the analysis was stopped
analysis-mixed-models = the model files come from different trainings
    .hint = train the models again, or leave --models out to use those in the program
analysis-io = cannot read { $path }: { $reason }
    .hint = name a folder that holds every model with its card
