import Foundation
import Sealing

@testable import Vault

/// The way to a witness and to an authority, and back.
extension Desk {
  func cosignRequest(old: Int? = nil, head: Int? = nil) throws -> Vault.CarriedHead {
    try act("auditor") { vault, session in
      try vault.cosignRequest(old: old, head: head, as: session)
    }
  }

  func witness(_ request: [UInt8], as name: String = "auditor.example/w1") throws -> Cosigned {
    let key = try act("auditor") { vault, session in
      try vault.logStatus(as: session).logKey
    }
    let words = try SecretBytes(capacity: 64) { out in
      for byte in "correct horse battery witness".utf8 { out.append(byte) }
    }
    return try Witness(named: name, in: folder + "/data").cosign(
      request, logKeys: [key], passphrase: words, low: true, now: clock.now())
  }

  @discardableResult
  func add(cosignature file: [UInt8], _ key: String? = nil) throws -> CosignedHead {
    try act("auditor") { vault, session in
      try vault.addCosignature(file, witness: key, as: session)
    }
  }

  @discardableResult
  func cosign() throws -> CosignedHead {
    let signed = try witness(cosignRequest().bytes)
    return try add(cosignature: signed.note, signed.vkey)
  }

  @discardableResult
  func stamp(_ office: StampOffice) throws -> StampedHead {
    let head = try act("auditor") { vault, session in
      try vault.timestampRequest(as: session)
    }
    let answer = try office.answer(head.bytes)
    return try act("auditor") { vault, session in
      try vault.addTimestamp(answer, authority: office.authority, query: nil, as: session)
    }
  }
}
