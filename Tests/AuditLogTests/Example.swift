import AuditLog
import Sealing
import Testing

/// The example of the design: bytes, hash, key ids and signatures that other programs agreed on.
///
/// Its origin and its keys in the entry are of an older form, so it is read as a note and not as an
/// entry.
enum Example {
  static let origin = "vault.example/7f3a9c"

  static let leaf = """
    audit-entry/v1 vault.example/7f3a9c
    {"act":"field.read","actor":"ea99aba09d2a4627","aseq":0,"fields":\
    ["f07:4:Ot62drR62BNooFhwwIieCeHELKGpAZj9v5Q7ra6nKT0"],"out":"ok",\
    "prev":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","purp":"TREAT",\
    "rec":"FsTN9Dhq4V_uDCYVG-YtKA","role":"health","seq":0,"sid":"75d3f2e2a6378f15",\
    "t":1789000001000,"v":1}

    — vault.example/7f3a9c/a/ea99aba09d2a4627 Mg1J0aSnKqfme+HSTVMCGIgcLSX8Tf38FlVsjXjyZ/\
    icpVMH2otAUs6hcO6qcGxXT1E4zvQ0VLdWt6aNinDEs/wKKQc=

    """

  static let checkpoint = """
    vault.example/7f3a9c
    1
    cGShbvTsI2CECdecckvoIvKR5l7LRssxIl5pv7uXXGk=

    — vault.example/7f3a9c l/vq3LmGv4nHL9BZtZiSz52sjAjhZ9GMlrqPO/b7EFFd+kA1NuSPM+\
    ibz8PFeeoYbwx8eYrCbzT7r4qx4Ynm7Va+pw4=
    — vault.example/7f3a9c/a/ea99aba09d2a4627 Mg1J0XjlfdvKTtu7xMcfRU7ClSI33sjKb7Xhv3wiB+\
    J2/DlqyfJzzKjMEhgPUeJTXnwwvXSmjW5d9Bbncb5mP525+AI=
    — auditor.example/w1 xzRDhwAAAABqogdQZWEoXrMU3ouS1mMSTJeGWSRlotwTKzqF0tfdHMVVrlO4GBKiReFaDz/\
    lG6H6aaXVouO2XR7RbG3nk8ljT1SzAw==

    """

  static let request = """
    old 256
    VarH+jSc3/ahfRGafgczaG6d6TN3bYjQTzDgMpVG97o=

    vault.example/7f3a9c
    300
    V2hA/qJTyWiyi4QLttJU9CdngVqNQ4wOAdeyJuM2R7w=

    — vault.example/7f3a9c l/vq3HlcjLVJVdfYzgiX2vgl9Ve4m+cwi85ABQwYP4yEWUgHikxZJNLJlEj2obV3a3unKTnc\
    79xQeDhwTNrlhW2s+wI=

    """

  static let memberKey =
    "vault.example/7f3a9c/a/ea99aba09d2a4627+320d49d1+AajIW4Q0wIBqvhbZrsW4ush7cuspviUbqtyGsz9zDYWe"
  static let logKey = "vault.example/7f3a9c+97fbeadc+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa"
  static let witnessKey = "auditor.example/w1+c7344387+BM70XapFOLgdtG9O1vySgOOVJKj5BmPnyJ734x5plxK3"
}

/// Keys that are published on purpose: Ed25519 seed = SHA-256 of a label, as the design says.
func testKey(_ label: String) throws -> SigningKey {
  let seed = Digest.of(Array("vault-audit test key: \(label)".utf8)).bytes
  let secret = try SecretBytes(capacity: 32) { output in
    for byte in seed { output.append(byte) }
  }
  return try SigningKey(seed: secret)
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
