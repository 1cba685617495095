/// What a rule says when it stops an act, and what would make it right.
typealias StopSentence = (said: String, remedy: String?)
