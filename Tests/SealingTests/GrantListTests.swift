import Testing

@testable import Sealing

@Suite struct GrantListTests {
  private func entry(
    _ principal: Principal, _ keyClass: UInt16, _ keyVersion: UInt32, caseID: UInt8 = 0xC0
  ) -> GrantList.Entry {
    var context = WrappedKeyTests.context
    context.principal = principal
    context.keyClass = keyClass
    context.keyVersion = keyVersion
    context.caseID = identifier(caseID)
    return GrantList.Entry(
      context: context, inner: Digest.of([UInt8(truncatingIfNeeded: keyVersion)]))
  }

  @Test func hasTheDigestOfTheFormat() throws {
    let inner = bytes(hex: WrappedKeyTests.foreign)
    let list = try GrantList([.init(context: WrappedKeyTests.context, inner: Digest.of(inner))])
    #expect(list.bytes.count == 123)
    #expect(
      list.digest.hex == "dde8fd8c77b11593c0bb8eee66b4288a47433b5a9776c1ceb68172650ddc0ee3")
    #expect(list.digest == Digest.of(list.bytes))
  }

  @Test func standsInOneOrder() throws {
    let ordered = [
      entry(.member(identifier(1)), 9, 9), entry(.member(identifier(2)), 1, 1),
      entry(.role(1, epoch: 0), 1, 2), entry(.role(1, epoch: 0), 1, 256),
      entry(.role(1, epoch: 0), 2, 1), entry(.role(1, epoch: 1), 1, 1, caseID: 0xC0),
      entry(.role(1, epoch: 1), 1, 1, caseID: 0xC1),
    ]
    let list = try GrantList(ordered.shuffled())
    #expect(list.entries == ordered)
    let bytes = list.bytes
    #expect(try GrantList(reading: bytes.span) == list)
  }

  @Test func emptyOnesAreLists() throws {
    #expect(try GrantList([]).digest == Digest.of([]))
  }

  @Test func oneKeyIsGrantedToOnePrincipalOnce() {
    let one = entry(.role(1, epoch: 0), 1, 1)
    #expect(throws: SealingError.length) { _ = try GrantList([one, one]) }
  }

  private func reads(_ bytes: [UInt8]) -> Bool {
    (try? GrantList(reading: bytes.span)) != nil
  }

  @Test func readsNothingElse() throws {
    let one = try GrantList([entry(.role(1, epoch: 0), 1, 1)]).bytes
    let two = try GrantList([entry(.role(1, epoch: 0), 1, 2)]).bytes
    #expect(reads(one + two))
    #expect(!reads(two + one))
    #expect(!reads(one + one))
    #expect(!reads(Array(one.dropLast())))
    #expect(!reads(one + [0]))
    #expect(!reads(one.flipping(bit: 0)))  // the label
    #expect(!reads(one.flipping(bit: 54 * 8)))  // the kind
  }
}
