import Foundation

/// A time-stamping authority of OpenSSL's own commands, in a folder of its own.
final class StampOffice {
  struct Failure: Error { let command: String }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "stamps-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(Array(Self.settings.utf8), to: "tsa.cnf")
    try write(Array("01\n".utf8), to: "serial")
    let newKey = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config tsa.cnf"
    try openssl("req -x509 \(newKey) -keyout ca.key -out ca.pem -subj /CN=CA -extensions ca")
    try openssl("req \(newKey) -keyout tsa.key -out tsa.csr -subj /CN=TSA")
    try openssl(
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem"
        + " -extfile tsa.cnf -extensions tsa")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var authority: [UInt8] { get throws { try read("ca.pem") } }

  func answer(_ query: [UInt8]) throws -> [UInt8] {
    try write(query, to: "q.tsq")
    try openssl(
      "ts -reply -config tsa.cnf -section t -queryfile q.tsq -signer tsa.pem -inkey tsa.key -out q.tsr"
    )
    return try read("q.tsr")
  }

  /// A query of somebody else's about some bytes.
  func query(about bytes: [UInt8]) throws -> [UInt8] {
    try write(bytes, to: "data")
    try openssl("ts -query -data data -sha256 -cert -out own.tsq")
    return try read("own.tsq")
  }

  /// Whether their own check says yes.
  func accepts(_ response: [UInt8], of bytes: [UInt8]) throws -> Bool {
    try write(bytes, to: "data")
    try write(response, to: "r.tsr")
    return (try? openssl("ts -verify -data data -in r.tsr -CAfile ca.pem")) != nil
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  private func openssl(_ command: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = command.split(separator: " ").map(String.init)
    process.currentDirectoryURL = folder
    (process.standardOutput, process.standardError) = (nil, nil)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(command: command) }
  }

  private static let settings = """
    [req]
    distinguished_name = name
    [name]
    [ca]
    basicConstraints = critical,CA:TRUE
    [tsa]
    extendedKeyUsage = critical,timeStamping
    [t]
    serial = serial
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    ess_cert_id_alg = sha256
    """
}
