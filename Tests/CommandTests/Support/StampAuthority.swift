import Foundation

/// A time-stamping authority of OpenSSL's own commands, in the home of a test.
struct StampAuthority {
  struct Failure: Error { let errors: String }

  private let home: TemporaryHome

  /// Its certificates, PEM, below the home.
  static let certificates = "ca.pem"

  init(in home: TemporaryHome) throws {
    self.home = home
    try home.write(Self.settings, to: "tsa.cnf")
    try home.write("01\n", to: "serial")
    let newKey = "-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config tsa.cnf"
    try openssl("req -x509 \(newKey) -keyout ca.key -out ca.pem -subj /CN=CA -extensions ca")
    try openssl("req \(newKey) -keyout tsa.key -out tsa.csr -subj /CN=TSA")
    try openssl(
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out tsa.pem"
        + " -extfile tsa.cnf -extensions tsa")
  }

  /// Answers a question in a file by another file.
  func answer(_ query: String, to response: String) throws {
    try openssl(
      "ts -reply -config tsa.cnf -section t -queryfile \(query) -signer tsa.pem -inkey tsa.key"
        + " -out \(response)")
  }

  /// Whether OpenSSL's own check says yes.
  func accepts(_ response: String, of data: String) -> Bool {
    (try? openssl("ts -verify -data \(data) -in \(response) -CAfile ca.pem")) != nil
  }

  private func openssl(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let run = try Program(path: "/usr/bin/openssl").run(words, home: home)
    guard run.status == 0 else { throw Failure(errors: run.errors) }
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
