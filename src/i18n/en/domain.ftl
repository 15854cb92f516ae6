# Words of the nouns.
