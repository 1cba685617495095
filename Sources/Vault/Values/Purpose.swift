/// Why somebody looks: the purpose codes of HL7 v3 PurposeOfUse that this work needs. A restricted
/// class is opened only for one of them, and the entry in the log carries it.
public enum Purpose: String, CaseIterable, Hashable, Sendable {
  /// Treatment.
  case treat = "TREAT"
  /// Emergency treatment.
  case emergencyTreatment = "ETREAT"
  /// Breaking the glass.
  case breakGlass = "BTG"
  /// Care management: the daily work of a social worker.
  case careManagement = "CAREMGT"
  /// Legal proceedings and legal aid.
  case legal = "HLEGAL"
  /// Running the office: queues, supervision, statistics.
  case operations = "HOPERAT"
  /// The person's own request.
  case patientRequest = "PATRQT"
}
