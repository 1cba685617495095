/// Every sentence that a person sees, in one language.
///
/// A sentence is a property or a function, not a key in a table: a missing one does not compile,
/// and what it speaks of has a name and a type. Both languages of a subject stand in one file, so
/// that whoever changes a sentence sees the other.
///
/// What is never translated and so never here: command names, options, JSON keys, codes, and the
/// text of the log. Labels of fields and codes come from the rule book. Sentences for standard error
/// are in lower case without a full stop; those that are read as a page are not.
protocol Words:
  Sendable, ExitWords, FaultWords, DenialWords, PromptWords, TermWords, SessionWords, VaultWords,
  StaffWords, CaseWords, FormWords, SupportWords, IntakeWords, IntakeFaultWords, LogWords,
  LogFaultWords, EvidenceWords, PutBackWords, FileWords, RuleFaultWords, ParserWords, HelpWords,
  CommandHelpWords,
  DeskWords,
  OfficeWords, CasePageWords, CitationWords, FieldWords, ReportWords, BoundsWords, BreachWords,
  RevealWords, PairWords, ClockWords,
  EventWords, AccessWords, ReasonWords, OutsideWords, OutsideFaultWords, CheckpointWords,
  DamageWords, StopWords, NoteWords, WorkWords, PersonWords, RulesWords, RulesHelpWords,
  RuleRevisionWords, ApprovalWords, RestrictionWords, TransferWords, TransferFaultWords,
  ReleaseWords, ReferralFileWords, LeavingWords, KeyWords, RecoveryWords, ShareWords,
  RequestWords, ConsentStopWords, BasisStopWords, ReferralStopWords, ReleaseHelpWords, ErasureWords,
  ErasureLeavesWords, FinishedErasureWords, RetractionWords,
  EmergencyWords, ToldEmergencyWords, BackupWords, RestoreWords, TakenWords, DoctorWords,
  UnlookedWords,
  FindWords,
  LikenessWords, DraftWords, HistoryWords,
  FigureWords, PrintWords
{
  var language: Language { get }
}
