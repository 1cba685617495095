// Lives, not locks: cases, stages, support, and the rule book of fields and codes.
