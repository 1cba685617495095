// A book that cannot be rewritten: entries, tree, proofs, checkpoints, verifier. It computes and stores nothing.
