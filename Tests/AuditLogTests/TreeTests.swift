import AuditLog
import Sealing
import Testing

/// RFC 6962, section 2.1, word for word, with nothing kept and nothing shared with what is tested.
private enum Definition {
  static func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1 else { return leaves.first ?? Digest.of([]) }
    let middle = leaves.startIndex + split(leaves.count)
    return Digest.of([1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
  }

  static func path(_ index: Int, _ leaves: ArraySlice<Digest>) -> [Digest] {
    guard leaves.count > 1 else { return [] }
    let k = split(leaves.count)
    let middle = leaves.startIndex + k
    return index < k
      ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
      : path(index - k, leaves[middle...]) + [root(leaves[..<middle])]
  }

  static func proof(_ old: Int, _ leaves: ArraySlice<Digest>, whole: Bool = true) -> [Digest] {
    guard old < leaves.count else { return whole ? [] : [root(leaves)] }
    let k = split(leaves.count)
    let middle = leaves.startIndex + k
    return old <= k
      ? proof(old, leaves[..<middle], whole: whole) + [root(leaves[middle...])]
      : proof(old - k, leaves[middle...], whole: false) + [root(leaves[..<middle])]
  }

  private static func split(_ count: Int) -> Int {
    var k = 1
    while k * 2 < count { k *= 2 }
    return k
  }
}

@Suite struct TreeTests {
  private let leaves = (0..<1000).map { Tree.leafHash([UInt8($0 & 0xff), UInt8($0 >> 8)]) }

  private func reader(_ size: Int) -> (Int, Int) -> Digest {
    { level, index in
      let range = index << level..<(index + 1) << level
      #expect(range.upperBound <= size, "asked for a subtree that the tree does not have")
      return Definition.root(leaves[range])
    }
  }

  @Test func rootsAreTheDefinitionsToAThousand() {
    var frontier = Frontier()
    #expect(frontier.root == Digest.of([]))
    for size in 1...leaves.count {
      frontier.append(leaves[size - 1])
      #expect(frontier.size == size)
      #expect(frontier.root == Definition.root(leaves[..<size]))
    }
  }

  @Test(arguments: Array(0...70) + [255, 256, 257, 511, 513, 1000])
  func aFrontierAndARootAreReadFromHashes(size: Int) {
    let grown = leaves[..<size].reduce(into: Frontier()) { $0.append($1) }
    #expect(Frontier(size: size, read: reader(size)) == grown)
    #expect(Tree.root(size: size, read: reader(size)) == grown.root)
    #expect(Tree.root(of: leaves[..<size]) == grown.root)
  }

  @Test(arguments: Array(1...40) + [64, 65, 100, 1000])
  func inclusionProofsAreTheDefinitions(size: Int) throws {
    let root = Definition.root(leaves[..<size])
    for index in Set(Array(0..<min(size, 40)) + [size / 2, size - 1]) {
      let proof = Tree.inclusionProof(index: index, size: size, read: reader(size))
      #expect(proof == Definition.path(index, leaves[..<size]))
      try Tree.verifyInclusion(
        of: leaves[index], index: index, size: size, root: root, proof: proof)
    }
  }

  @Test(arguments: Array(1...40) + [64, 65, 100, 1000])
  func consistencyProofsAreTheDefinitions(size: Int) throws {
    let root = Definition.root(leaves[..<size])
    for old in Set(Array(1...min(size, 40)) + [(size + 1) / 2, size]) {
      let proof = Tree.consistencyProof(from: old, to: size, read: reader(size))
      #expect(proof == Definition.proof(old, leaves[..<size]))
      try Tree.verifyConsistency(
        from: old, root: Definition.root(leaves[..<old]), to: size, root: root, proof: proof)
    }
  }

  /// The values that Certificate Transparency implementations are held to.
  @Test func knownValuesOfRFC6962() throws {
    let inputs: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], Array(0x40...0x43), Array(0x50...0x57),
      Array(0x60...0x6f),
    ]
    let roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    let hashes = inputs.map(Tree.leafHash)
    for (place, root) in roots.enumerated() {
      #expect(Tree.root(of: hashes[...place]).hex == root)
    }
    let read = { (level: Int, index: Int) in
      Tree.root(of: hashes[index << level..<(index + 1) << level])
    }
    #expect(
      Tree.consistencyProof(from: 6, to: 8, read: read).map(\.hex) == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ])
    #expect(
      Tree.inclusionProof(index: 0, size: 8, read: read).map(\.hex) == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ])
  }

  @Test func everySpoiledInclusionProofIsRefused() throws {
    for size in 1...33 {
      let root = Definition.root(leaves[..<size])
      for index in 0..<size {
        let proof = Definition.path(index, leaves[..<size])
        func fault(
          _ proof: [Digest], leaf: Digest? = nil, index: Int = index, size: Int = size,
          root: Digest = root
        ) -> AuditLogError? {
          do {
            try Tree.verifyInclusion(
              of: leaf ?? leaves[index], index: index, size: size, root: root, proof: proof)
            return nil
          } catch {
            return error
          }
        }
        #expect(fault(proof + [root]) == .proof(.length))
        if !proof.isEmpty { #expect(fault(Array(proof.dropLast())) == .proof(.length)) }
        #expect(fault(proof, leaf: leaves[size]) == .proof(.root))
        #expect(fault(proof, root: leaves[size]) == .proof(.root))
        #expect(fault(proof, index: index, size: index) == .proof(.range))
        #expect(fault([], leaf: root, index: 0, size: 0) == .proof(.range))
        #expect(fault(proof, leaf: leaves[index], index: -1) == .proof(.range))
        for place in proof.indices {
          var wrong = proof
          wrong[place] = leaves[999]
          #expect(fault(wrong) == .proof(.root))
        }
      }
    }
  }

  @Test func everySpoiledConsistencyProofIsRefused() throws {
    for size in 1...33 {
      let root = Definition.root(leaves[..<size])
      for old in 1...size {
        let proof = Definition.proof(old, leaves[..<size])
        let oldRoot = Definition.root(leaves[..<old])
        func fault(
          _ proof: [Digest], old: Int = old, size: Int = size, oldRoot: Digest = oldRoot,
          root: Digest = root
        ) -> AuditLogError? {
          do {
            try Tree.verifyConsistency(
              from: old, root: oldRoot, to: size, root: root, proof: proof)
            return nil
          } catch {
            return error
          }
        }
        #expect(fault(proof) == nil)
        #expect(fault(proof + [root]) == .proof(.length))
        if !proof.isEmpty { #expect(fault(Array(proof.dropLast())) == .proof(.length)) }
        #expect(fault(proof, oldRoot: leaves[999]) == .proof(.root))
        #expect(fault(proof, root: leaves[999]) == .proof(.root))
        #expect(fault([], old: 0, oldRoot: Tree.emptyRoot) == .proof(.range))
        #expect(fault(proof, old: size + 1) == .proof(.range))
        for place in proof.indices {
          var wrong = proof
          wrong[place] = leaves[999]
          #expect(fault(wrong) == .proof(.root))
        }
      }
    }
  }

  @Test func frontierBytesComeBackAndNothingElseDoes() throws {
    for size in [0, 1, 2, 3, 255, 256, 1000] {
      let frontier = leaves[..<size].reduce(into: Frontier()) { $0.append($1) }
      let encoded = frontier.encoded()
      #expect(encoded.count == 8 + 32 * size.nonzeroBitCount)
      #expect(Frontier(decoding: encoded) == frontier)
      #expect(Frontier(decoding: encoded + [0]) == nil)
      #expect(Frontier(decoding: Array(encoded.dropLast())) == nil)
    }
    #expect(Frontier(decoding: [UInt8](repeating: 0xff, count: 8)) == nil)
  }
}
