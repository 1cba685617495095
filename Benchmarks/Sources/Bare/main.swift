// The least that a Swift program can be: what starting costs before a line of ours runs.
print("bare")
