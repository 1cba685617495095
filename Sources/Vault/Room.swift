// The one door: decide, write down, open. Locks, not lives.
