import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
  /// The code blocks of a paper, each as its lines.
  private func blocks(_ file: HouseFile) -> [[String]] {
    let parts = (file.text ?? "").components(separatedBy: "```\n")
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { _, block in
      block.split(separator: "\n").map(String.init)
    }
  }

  @Test("the first thing a newcomer can type are the two commands, and nothing before them")
  func twoCommands() throws {
    let sample = HouseFile(path: "A.md", text: "a\n```\nx\ny\n```\nb\n```\nz\n```\n")
    #expect(blocks(sample) == [["x", "y"], ["z"]])
    let readme = try #require(House.files.first { $0.path == "README.md" })
    #expect(blocks(readme).first == ["Scripts/quickstart", "Scripts/test"])
    #expect(blocks(readme).joined().allSatisfy { !$0.contains("./trial") })
  }

  @Test("no vault and no seed is taken for a part of the tree")
  func ignored() throws {
    let ignore = try #require(House.files.first { $0.path == ".gitignore" }?.lines)
    for name in ["*.root-seed", "*.recovery-seed", "records.db*", "custody.db*"] {
      #expect(ignore.contains(Substring(name)))
    }
  }
}
