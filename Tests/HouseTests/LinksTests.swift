import Testing

@Suite("Links")
struct LinksTests {
  @Test("every link of a paper to a file of the project resolves")
  func resolves() {
    let text = """
      [a](../README.md#top) [b](Gone.md) [c](#here) `[d](code.md)` [e](../../out.md) [f](mailto:x@y)
      ```
      [g](fenced.md)
      ```
      """
    let bad = [HouseFile(path: "Documentation/A.md", text: text)]
    #expect(
      Links.broken(in: bad) { $0 == "README.md" } == [
        "Documentation/A.md:1: Gone.md is not there",
        "Documentation/A.md:1: ../../out.md leads out of the project",
      ])
    #expect(Links.broken(in: House.files, exists: House.holds) == [])
  }
}
