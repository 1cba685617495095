import Vault

/// What an examination could not look at, because only others open it: `log verify`, `vault doctor`, `vault backup`.
protocol UnlookedWords {
  var unlookedLabel: String { get }
  func unlookedBatches(_ count: Int) -> String
  /// Of nothing else the vault knows whether it opens.
  func unlookedCases(_ cases: Int, officeKeys: Int) -> String
  var unlookedHarmless: String { get }
  func unlookedNames(_ names: Int) -> String
  func lookBeforeDestroying(by time: String) -> String
}

extension UnlookedWords {
  /// Nothing where all was looked at.
  func unlooked(_ unlooked: Unlooked) -> [String] {
    var told: [String] = []
    if unlooked.batches > 0 {
      let isAlone = unlooked.cases + unlooked.officeKeys > 0
      told.append(
        unlookedBatches(unlooked.batches) + "; "
          + (isAlone
            ? unlookedCases(unlooked.cases, officeKeys: unlooked.officeKeys) : unlookedHarmless))
    }
    if unlooked.names > 0 { told.append(unlookedNames(unlooked.names)) }
    return told
  }
}

extension Report.Field {
  static func unlooked(_ unlooked: Unlooked, _ words: any Words) -> Report.Field {
    .init("unlooked", words.unlookedLabel, .integer(unlooked.batches + unlooked.names))
  }
}

extension English {
  var unlookedLabel: String { "Not looked at" }
  func unlookedBatches(_ count: Int) -> String {
    "not looked at: " + (count == 1 ? "1 batch" : "\(count) batches")
      + " of keys, sealed to others, which you cannot open"
  }
  func unlookedCases(_ cases: Int, officeKeys: Int) -> String {
    let held = [
      cases == 0 ? nil : cases == 1 ? "of 1 case" : "of \(cases) cases",
      officeKeys == 0 ? nil : "of the whole office",
    ].compactMap { $0 }.joined(separator: " and ")
    return
      "keys \(held) lie in these alone: a lead looks at those that leads hold and a duty officer at"
      + " theirs, safekeep vault doctor; whether the rest opens shows to whoever opens a record with them"
  }
  var unlookedHarmless: String {
    "every key of a case was found in one that you opened"
  }
  func unlookedNames(_ names: Int) -> String {
    "not looked at: " + (names == 1 ? "1 sealed name" : "\(names) sealed names")
      + " of members, which whoever is let in opens: safekeep vault doctor"
  }
  func lookBeforeDestroying(by time: String) -> String {
    "do not destroy an older copy of custody yet: it may be needed for what nobody has looked at here; let a lead and a"
      + " duty officer look, safekeep vault doctor; where all of that opens, destroy every older copy, by \(time) at the latest: until then what is erased can be opened with it"
  }
}

extension Vietnamese {
  var unlookedLabel: String { "Chưa xem được" }
  func unlookedBatches(_ count: Int) -> String {
    "chưa xem được: \(count) lô khóa niêm phong cho người khác, bạn không mở được"
  }
  func unlookedCases(_ cases: Int, officeKeys: Int) -> String {
    let held = [
      cases == 0 ? nil : "của \(cases) hồ sơ", officeKeys == 0 ? nil : "của cả cơ quan",
    ].compactMap { $0 }.joined(separator: " và ")
    return
      "có khóa \(held) chỉ nằm trong các lô này: cán bộ phụ trách và trực y tế xem những lô mình mở được"
      + " bằng safekeep vault doctor; phần còn lại thì người mở nội dung bằng các khóa đó mới biết"
  }
  var unlookedHarmless: String {
    "mọi khóa của hồ sơ đều có trong lô mà bạn đã mở"
  }
  func unlookedNames(_ names: Int) -> String {
    "chưa xem được: tên niêm phong của \(names) thành viên; người mở khóa được kho thì xem được:"
      + " safekeep vault doctor"
  }
  func lookBeforeDestroying(by time: String) -> String {
    "xin chưa hủy bản sao cũ hơn của tệp giữ khóa: có thể còn cần cho những gì ở đây chưa ai xem; đề nghị cán bộ phụ"
      + " trách và trực y tế xem bằng safekeep vault doctor; nếu đều mở được thì hủy mọi bản cũ hơn, chậm nhất là \(time): đến khi đó, hồ sơ đã xóa, hủy vẫn mở được bằng bản cũ"
  }
}
