/// Labels of what the program itself knows of a case, a member, an entry.
enum Label: String, CaseIterable, Sendable {
  case caseCode = "case"
  case status, owner, opened, received, changed, due, missing
  case handle, role, roles, member, fingerprint, since, until, standing
  case entry, time, actor, tried, act, outcome, purpose, fields, reason
  case vault, mode, size, head, pin, cost, format, members, waiting, cases, generation, keysDue
  case casesDue
  case origin, rootSeed, code, unlocked, checkpoint, unanchored, caseName, found, sound, kind
  case right, answers, rule
  case pins, proofFile, leafFile, relation, firstCopy, secondCopy, signed
  case witness, witnessKey, logKey, previous, cosigned, stamped, stamps, interval
  case stage, category, regime, quantity, date, provider
  case ruleTable, ruleRow, rows, unverified, named, citation, adopted, approved, digest, change
  case columns, asker, answerBy
  case everyCase, ownerless, altered, given, looked, looks, unread
  case way, readable, firstLook, lastLook
  case keyVersion, days, dueBy, caseKeysDue
  case share
  case leftOut, notGiven, notOpened
}
