import Testing

@testable import Sealing

@Suite struct PrincipalTests {
  @Test func hasTheBytesOfTheFormat() {
    #expect(
      hex(Principal.member(identifier(0xE0)).bytes)
        == "01" + String(repeating: "e0", count: 16) + "00000000")
    #expect(
      hex(Principal.role(4, epoch: 0x0102_0304).bytes)
        == "02" + String(repeating: "00", count: 15) + "04" + "04030201")
  }

  @Test func ordersByKindThenIdThenEpoch() {
    let ordered: [Principal] = [
      .member(identifier(1)), .member(identifier(2)), .role(1, epoch: 0), .role(1, epoch: 1),
      .role(1, epoch: 256), .role(2, epoch: 0),
    ]
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test func readsWhatItWrites() throws {
    for principal in [Principal.member(identifier(7)), .role(3, epoch: 9)] {
      let bytes = [0xFF] + principal.bytes
      #expect(Principal(reading: bytes.span, at: 1) == principal)
      #expect(
        Principal(kind: principal.kind, id: principal.id, epoch: principal.epoch) == principal)
    }
  }

  @Test func refusesWhatCannotBe() {
    let forged = [
      Principal(unchecked: 0, id: identifier(1), epoch: 0),
      Principal(unchecked: 3, id: identifier(1), epoch: 0),
      Principal(unchecked: 1, id: identifier(1), epoch: 1),
      Principal(unchecked: 2, id: identifier(1), epoch: 0),
      Principal(unchecked: 2, id: Identifier(high: 0, low: 0x100), epoch: 0),
    ]
    for principal in forged {
      #expect(Principal(kind: principal.kind, id: principal.id, epoch: principal.epoch) == nil)
      let bytes = principal.bytes
      #expect(Principal(reading: bytes.span, at: 0) == nil)
    }
  }
}
