import Sealing
import Testing

@Suite struct TurnsTests {
  @Test("Two threads get each place once, each its own in order, and both come to an end")
  func sharesOut() {
    let turns = Turns(10_000)
    @Sendable func all() -> [Int] {
      var places: [Int] = []
      while let place = turns.next() { places.append(place) }
      return places
    }
    let (aside, here) = Aside.run({ all() }, while: { all() })
    #expect((aside + here).sorted() == Array(0..<10_000))
    #expect(aside == aside.sorted() && here == here.sorted())
    #expect(turns.next() == nil)
  }

  @Test("Of nothing nobody gets a place")
  func empty() { #expect(Turns(0).next() == nil) }
}
