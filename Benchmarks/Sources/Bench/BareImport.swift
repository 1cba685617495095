import BareSodium
import Foundation

/// The floor of an import: as many sealings, wraps and signatures by libsodium, and as many rows of the same lengths by
/// SQLite, as it made. Hashes, packs, checks and the register itself are left out: they are ours to pay.
struct BareImport {
  private let count: ImportCount
  private let path: String

  init(_ count: ImportCount, path: String) throws {
    self.count = count
    self.path = path
    for file in [path, path + "-journal"] { try? FileManager.default.removeItem(atPath: file) }
  }

  func run() throws {
    for (length, number) in count.fields {
      let field = BareField(sealed: length)
      for _ in 0..<number { try field.seal() }
    }
    wrap()
    sign()
    let database = try BareDatabase(path: path)
    try database.together {
      for table in count.tables where table.rows > 0 {
        try database.insertRows(table.rows, length: max(8, table.bytes / table.rows))
      }
    }
  }

  /// A nonce and one AEAD of a key, 72 bytes.
  private func wrap() {
    var (out, key, nonce) = (
      [UInt8](repeating: 0, count: 72), [UInt8](repeating: 7, count: 32),
      [UInt8](repeating: 0, count: 24)
    )
    let context = [UInt8](repeating: 1, count: 96)
    for _ in 0..<count.wraps {
      randombytes_buf(&nonce, 24)
      randombytes_buf(&key, 32)
      crypto_aead_xchacha20poly1305_ietf_encrypt(
        &out, nil, key, 32, context, UInt64(context.count), nil, nonce, key)
    }
  }

  private func sign() {
    var (out, secret, open) = (
      [UInt8](repeating: 0, count: 64), [UInt8](repeating: 0, count: 64),
      [UInt8](repeating: 0, count: 32)
    )
    crypto_sign_keypair(&open, &secret)
    let text = [UInt8](repeating: 3, count: 1_200)
    for _ in 0..<count.leaves { crypto_sign_detached(&out, nil, text, UInt64(text.count), secret) }
  }
}
