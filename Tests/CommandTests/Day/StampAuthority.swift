import Foundation

/// A time-stamping authority of OpenSSL's own commands, in the folder of an office: it answers
/// `head.tsq` with `head.tsr`, and `ca.pem` is what it is checked with.
enum StampAuthority {
  struct Failure: Error { let command: String }

  static func answer(in folder: String) throws {
    try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/tsa.cnf"))
    try Data("01\n".utf8).write(to: URL(fileURLWithPath: folder + "/serial"))
    let new = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config tsa.cnf"
    for command in [
      "req -x509 \(new) -keyout ca.key -out ca.pem -subj /CN=CA -extensions ca",
      "req \(new) -keyout tsa.key -out tsa.csr -subj /CN=TSA",
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem"
        + " -extfile tsa.cnf -extensions tsa",
      "ts -reply -config tsa.cnf -section t -queryfile head.tsq -signer tsa.pem -inkey tsa.key"
        + " -out head.tsr",
    ] { try openssl(command, in: folder) }
  }

  private static func openssl(_ command: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
    process.arguments = command.split(separator: " ").map(String.init)
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
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
