/// What a row of a register can be found by, as the index has it.
public struct HashedRow: Sendable {
  let fields: [PageTokens.Field]
}
