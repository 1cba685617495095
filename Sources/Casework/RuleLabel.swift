/// A label of the rule book, under a name of its own: whoever imports this room may have labels too.
public typealias RuleLabel = Label
