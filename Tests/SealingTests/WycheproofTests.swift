import Foundation
import Testing

@testable import Sealing

/// Project Wycheproof's vectors, where they lie beside the checkout.
///
/// "valid" must be accepted, "invalid" refused; "acceptable" may be either, and never gives another
/// result than the expected one.
@Suite struct WycheproofTests {
  struct File<Group: Decodable>: Decodable { let testGroups: [Group] }

  static func groups<Group: Decodable>(_ name: String, of type: Group.Type) throws -> [Group] {
    let data = try Data(contentsOf: Vectors.folder.appending(path: name))
    return try JSONDecoder().decode(File<Group>.self, from: data).testGroups
  }

  struct CipherGroup: Decodable {
    struct Test: Decodable {
      let tcId: Int
      let key, iv, aad, msg, ct, tag, result: String
    }
    let tests: [Test]
  }

  @Test(.enabled(if: Vectors.exist("xchacha20_poly1305_test.json")))
  func xChaCha20Poly1305() throws {
    let groups = try Self.groups("xchacha20_poly1305_test.json", of: CipherGroup.self)
    let tests = groups.flatMap(\.tests)
    #expect(tests.count > 200)
    for test in tests {
      let opened = try open(test)
      #expect(opened == (test.result == "valid" ? bytes(hex: test.msg) : nil), "\(test.tcId)")
      guard test.result == "valid" else { continue }
      #expect(seal(test) == bytes(hex: test.ct + test.tag), "\(test.tcId)")
    }
  }

  private func open(_ test: CipherGroup.Test) throws -> [UInt8]? {
    let sealed = bytes(hex: test.iv + test.ct + test.tag)
    // Our nonces have one length, and so nothing with another can even be written down.
    guard test.iv.count == 48 else { return nil }
    var plaintext = [UInt8](repeating: 0, count: max(sealed.count - AEAD.overhead, 1))
    do throws(SealingError) {
      try unsafe AEAD.open(
        sealed.span, associated: bytes(hex: test.aad), key: bytes(hex: test.key), to: &plaintext)
    } catch {
      #expect(error == .doesNotOpen)
      return nil
    }
    return Array(plaintext.prefix(sealed.count - AEAD.overhead))
  }

  private func seal(_ test: CipherGroup.Test) -> [UInt8] {
    let message = bytes(hex: test.msg)
    var text = message + [UInt8](repeating: 0, count: AEAD.tagLength)
    let associated = bytes(hex: test.aad)
    unsafe associated.withUnsafeBufferPointer { associated in
      unsafe AEAD.encrypt(
        &text, count: message.count, associated: associated, nonce: bytes(hex: test.iv),
        key: bytes(hex: test.key))
    }
    return text
  }

  struct AgreementGroup: Decodable {
    struct Test: Decodable {
      let tcId: Int
      let `public`, `private`, shared, result: String
    }
    let tests: [Test]
  }

  @Test(.enabled(if: Vectors.exist("x25519_test.json")))
  func x25519() throws {
    let groups = try Self.groups("x25519_test.json", of: AgreementGroup.self)
    let tests = groups.flatMap(\.tests)
    #expect(tests.count > 400)
    for test in tests {
      let shared = BoxPublicKey.agree(
        scalar: bytes(hex: test.private), point: bytes(hex: test.public))
      let expected = bytes(hex: test.shared)
      let isZero = expected.allSatisfy { $0 == 0 }
      switch test.result {
      case "valid": #expect(shared == expected, "\(test.tcId)")
      case "acceptable": #expect(shared == (isZero ? nil : expected), "\(test.tcId)")
      default: #expect(shared == nil, "\(test.tcId)")
      }
      if isZero { #expect(BoxPublicKey(bytes(hex: test.public)) == nil, "\(test.tcId)") }
    }
  }

  struct SignatureGroup: Decodable {
    struct Key: Decodable { let pk: String }
    struct Test: Decodable {
      let tcId: Int
      let msg, sig, result: String
    }
    let publicKey: Key
    let tests: [Test]
  }

  @Test(.enabled(if: Vectors.exist("ed25519_test.json")))
  func ed25519() throws {
    var count = 0
    for group in try Self.groups("ed25519_test.json", of: SignatureGroup.self) {
      let key = try #require(VerifyingKey(bytes(hex: group.publicKey.pk)))
      for test in group.tests {
        count += 1
        let isValid = key.isValid(bytes(hex: test.sig), for: bytes(hex: test.msg))
        if test.result != "acceptable" {
          #expect(isValid == (test.result == "valid"), "\(test.tcId)")
        }
      }
    }
    #expect(count > 100)
  }

  struct CodeGroup: Decodable {
    struct Test: Decodable {
      let tcId: Int
      let key, msg, tag, result: String
    }
    let tagSize: Int
    let tests: [Test]
  }

  @Test(.enabled(if: Vectors.exist("hmac_sha256_test.json")))
  func hmacSHA256() throws {
    var count = 0
    for group in try Self.groups("hmac_sha256_test.json", of: CodeGroup.self) {
      for test in group.tests {
        count += 1
        let key = bytes(hex: test.key)
        let digest = unsafe KeyedHash.hmacSHA256(
          bytes(hex: test.msg), key: key, keyLength: key.count)
        // Short tags are the front of the whole one.
        let isValid = Array(digest.bytes.prefix(group.tagSize / 8)) == bytes(hex: test.tag)
        #expect(isValid == (test.result == "valid"), "\(test.tcId)")
      }
    }
    #expect(count > 100)
  }
}
