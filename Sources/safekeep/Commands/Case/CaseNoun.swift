import ArgumentParser

/// `safekeep case`: case files.
struct CaseNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .caseNoun,
    [
      CaseOpen.self, CaseFind.self, CaseShow.self, CaseList.self, CaseAssign.self, CaseShare.self,
      CaseUnshare.self, CaseAccesses.self, CaseStep.self, CaseClose.self, CaseReopen.self,
      CaseLink.self, CaseRecord.self, CaseTransfer.self, CaseReceive.self,
      CaseErase.self, CaseRetract.self, CaseHistory.self,
    ])
}
