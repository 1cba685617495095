import Foundation

/// A time-stamping authority of OpenSSL's own commands in a folder of its own: other people's program
/// answers what ours asks.
final class TimestampBureau {
  enum Kind: String, CaseIterable { case p256, rsa }

  let folder: URL

  init(_ kind: Kind) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "bureau-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write("tsa.cnf", Array(Self.settings.utf8))
    try write("serial", Array("01\n".utf8))
    let newKey = kind == .rsa ? ["rsa:2048"] : ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    try openssl(
      ["req", "-x509", "-newkey"] + newKey + [
        "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Sample CA", "-days", "30",
        "-config", "tsa.cnf", "-extensions", "ca",
      ])
    try openssl(
      ["req", "-newkey"] + newKey + [
        "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Sample TSA", "-config",
        "tsa.cnf",
      ])
    try certify(extensions: "tsa", as: "tsa.pem")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Another certificate for the authority's key.
  func certify(extensions: String, as name: String, days: [String] = ["-days", "30"]) throws {
    try openssl(
      [
        "x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
        "-out", name, "-extfile", "tsa.cnf", "-extensions", extensions,
      ] + days)
  }

  var authority: [UInt8] { get throws { try read("ca.pem") } }

  /// The answer to a query.
  ///
  /// - Parameter chain: a file of certificates to put in beside the signer's.
  func answer(_ query: [UInt8], signer: String = "tsa.pem", chain: String? = nil) throws -> [UInt8]
  {
    try write("q.tsq", query)
    try openssl(
      [
        "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa_config", "-queryfile", "q.tsq",
        "-signer", signer, "-inkey", "tsa.key", "-out", "q.tsr",
      ] + (chain.map { ["-chain", $0] } ?? []))
    return try read("q.tsr")
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  func read(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  struct Failure: Error { let said: String }

  /// One command of OpenSSL's, in the folder.
  @discardableResult
  func openssl(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    (process.standardOutput, process.standardError) = (output, output)
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(said: text) }
    return text
  }

  private static let settings = """
    [req]
    distinguished_name = name
    [name]
    [ca]
    basicConstraints = critical,CA:TRUE
    keyUsage = critical,keyCertSign,cRLSign
    subjectKeyIdentifier = hash
    [tsa]
    basicConstraints = CA:FALSE
    keyUsage = critical,digitalSignature
    extendedKeyUsage = critical,timeStamping
    [web]
    basicConstraints = CA:FALSE
    extendedKeyUsage = serverAuth
    [tsa_config]
    serial = serial
    crypto_device = builtin
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256, sha512
    accuracy = secs:1
    clock_precision_digits = 3
    ordering = no
    tsa_name = no
    ess_cert_id_chain = no
    ess_cert_id_alg = sha256
    """
}
