/// The forms in which entries go to other systems. The raw value is what `--form` takes.
public enum EventForm: String, CaseIterable, Sendable {
  /// FHIR R4 AuditEvent, one resource a line (NDJSON), as IHE BALP profiles it where it has a profile.
  case fhir
  /// OCSF 1.3: datastore activity, authentication, user access management; one event a line.
  case ocsf
  /// RFC 4180, with a header.
  case csv
  /// The very line of JSON of each entry, with its place beside it.
  case ndjson
}
