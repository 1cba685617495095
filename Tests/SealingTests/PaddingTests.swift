import Testing

@testable import Sealing

@Suite struct PaddingTests {
  @Test func isTheSmallestStepThatHoldsOneByteMore() {
    let steps = [32, 64, 128, 256, 512] + (1...20).map { $0 * 1024 }
    for count in 0..<20 * 1024 {
      #expect(Padding.paddedCount(count) == steps.first { $0 >= count + 1 })
    }
  }

  @Test func knowsItsSteps() {
    let steps = Set((0..<8192).map { Padding.paddedCount($0) })
    for count in -1000...8192 {
      #expect(Padding.isStep(count) == steps.contains(count))
    }
  }

  private func content(_ text: [UInt8]) -> Int? {
    unsafe Padding.contentCount(text, paddedCount: text.count)
  }

  @Test func refusesPaddingThatIsNotOurs() {
    let zeros = [UInt8](repeating: 0, count: 32)
    #expect(content(zeros) == nil)  // no mark at all
    #expect(content([0x80] + zeros.dropLast()) == 0)
    #expect(content(zeros.dropLast() + [0x80]) == 31)
    #expect(content(zeros.dropLast() + [0x81]) == nil)
    #expect(content([0x80] + zeros.dropLast(2) + [1]) == nil)
  }

  @Test func refusesPaddingThatIsNotTheSmallest() {
    // Ten bytes of content in a step of 64.
    let text = [UInt8](repeating: 1, count: 10) + [0x80] + [UInt8](repeating: 0, count: 53)
    #expect(content(text) == nil)
  }
}
