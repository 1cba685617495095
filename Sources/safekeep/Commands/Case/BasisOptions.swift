import ArgumentParser
import Casework

/// What something is given on: one consent, or one provision, and nothing else.
struct BasisOptions: ParsableArguments {
  @Option(help: .of({ $0.optionConsent }, "record")) var consent: String?
  @Option(help: .of({ $0.optionReleasePurpose }, "code"), completion: .codes(of: "release_purpose"))
  var purpose: String?
  @Option(help: .of({ $0.optionProvision }, "code"), completion: .codes(of: "release_provision"))
  var provision: String?

  /// - Throws: 64 where none or both are named, or a purpose of a consent is missing.
  func basis() throws(Fault) -> ReleaseBasis {
    switch (consent, provision) {
    case (let consent?, nil):
      guard purpose != nil else { throw Fault(.usage, reason: "purpose") { $0.purposeOfConsent } }
      return .consent(try RecordArgument.id(consent))
    case (nil, let provision?): return .provision(provision)
    default: throw Fault(.usage, reason: "basis") { $0.oneBasis }
    }
  }
}
