"""What others take on the same texts: scikit-learn for features and clusters, datasketch for near-duplicates.

    analysis_peers.py TEXTS     one text a line; prints one line a peer: name, seconds, what it found

Needs scikit-learn and datasketch. Two threads, as the benchmark beside it.
"""
import re
import sys
import time

from datasketch import MinHash, MinHashLSH
from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

texts = [line.rstrip("\n") for line in open(sys.argv[1], encoding="utf-8")]


def timed(name, work):
    start = time.perf_counter()
    found = work()
    print(f"{name}\t{time.perf_counter() - start:.1f}\t{found}", flush=True)


def clusters():
    rows = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=3).fit_transform(texts)
    places = TruncatedSVD(96, random_state=1).fit_transform(rows)
    labels = MiniBatchKMeans(150, random_state=1, n_init=3).fit_predict(places)
    return f"{len(set(labels))} clusters, nothing else"


def duplicates():
    # The first 41,000 texts, all pairs above 0.8 of their word sets.
    sets = [frozenset(re.findall(r"\w+", text.lower())) for text in texts[:41_000]]
    index, signatures = MinHashLSH(threshold=0.8, num_perm=128), []
    for at, words in enumerate(sets):
        signature = MinHash(num_perm=128)
        signature.update_batch([word.encode() for word in words])
        index.insert(at, signature)
        signatures.append(signature)
    pairs = 0
    for at, signature in enumerate(signatures):
        for other in index.query(signature):
            if other > at:
                both = len(sets[at] & sets[other])
                pairs += both / (len(sets[at]) + len(sets[other]) - both) >= 0.8
    return f"{pairs} pairs of at least 0.8"


timed("scikit-learn: TF-IDF, SVD 96, mini-batch k-means 150", clusters)
timed("datasketch: MinHash LSH, 41,000 texts", duplicates)
