import Testing

@Suite("Keys/")
struct PublicKeysTests {
  private func sample(_ path: String, _ text: String) -> [HouseFile] {
    [HouseFile(path: path, text: text)]
  }

  @Test("Keys/ holds public halves only, but for those in Testing that say so")
  func publicOnly() {
    let pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----"
    let seed = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
    #expect(!PublicKeys.faults(in: sample("Keys/office.pem", pem)).isEmpty)
    #expect(!PublicKeys.faults(in: sample("Keys/office.txt", seed)).isEmpty)
    #expect(!PublicKeys.faults(in: sample("Keys/README.md", pem)).isEmpty)
    #expect(!PublicKeys.faults(in: sample("Keys/Testing/a.txt", seed)).isEmpty)
    #expect(!PublicKeys.faults(in: [HouseFile(path: "Keys/a.der", bytes: nil)]).isEmpty)

    let said = PublicKeys.onPurpose + ", for tests alone\n" + seed
    #expect(PublicKeys.faults(in: sample("Keys/Testing/a.txt", said)) == [])
    #expect(PublicKeys.faults(in: House.files) == [])
  }

  @Test("a verifier key is known by its form")
  func verifierKey() {
    let key = "vault.example/7f3a9c+97fbeadc+AWhMpj59jRsDCN5p01lP6i4tHLnMiDBVQAmnCK8NBXFa"
    #expect(PublicKeys.isVerifierKey(key[...]))
    #expect(!PublicKeys.isVerifierKey(key.dropLast(4)))
    #expect(!PublicKeys.isVerifierKey(("PRIVATE+KEY+" + key)[...]))
    #expect(PublicKeys.faults(in: sample("Keys/a.vkey", "# the office's log\n" + key + "\n")) == [])
  }
}
