extension Entry {
  /// Whether an export shows this entry on its own, with a proof: what the directory is read from.
  ///
  /// Of the acts that ``changesDirectory`` names, those that were done; keys and approvals of a single
  /// case are not the directory's, and there are as many as cases.
  public var isShownOfDirectory: Bool {
    changesDirectory && out == .ok && (rec == nil || ref != nil)
  }
}
