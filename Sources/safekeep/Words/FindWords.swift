import Casework

/// `case find`, and the search before a file is opened. What matched is said in words, never the value.
protocol FindWords {
  var optionDuplicates: String { get }
  var optionAllPairs: String { get }
  var allOfDuplicates: String { get }
  var duplicatesWithoutQuestion: String { get }
  var optionOpenLink: String { get }
  var optionOpenNew: String { get }
  var optionImportLink: String { get }
  var optionImportNew: String { get }
  func ask(for part: PersonQuestion.Part) -> String
  /// What may be typed at any of them.
  var findKeys: String { get }
  var findExplained: String { get }
  func reason(_ reason: MatchReason) -> String
  /// Why somebody was found.
  var matched: String { get }
  var likelySame: String { get }
  var nobodyFound: String { get }
  func peopleFound(_ count: Int, shown: Int, entry: Int) -> String
  /// Files that were not looked through, at most.
  func notSearched(_ count: Int) -> String
  /// The number of them.
  var unreadLabel: String { get }
  /// Why nothing was done, and what may be said to go on.
  var unsearchedStop: String { get }
  var unsearchedHint: String { get }
  func notCompared(_ count: Int) -> String
  var askLead: String { get }
  func pairsFound(_ count: Int, shown: Int, entry: Int) -> String
  var otherCase: String { get }
  // Before a file is opened
  var likelyFilesExist: String { get }
  var openHint: String { get }
  var askOwnerHint: String { get }
  func linkedUnfound(_ other: String) -> String
  var whichFile: String { get }
  var linkOrNew: String { get }
  func linkedAsSame(_ code: String, _ other: String) -> String
  // A question
  var questionEmpty: String { get }
  var questionShort: String { get }
  func questionLong(_ limit: Int) -> String
  var nothingSearched: String { get }
}

extension English {
  var optionDuplicates: String {
    "Everybody against everybody: pairs of files that are likely to be of one person; a lead."
  }
  var optionAllPairs: String { "All such pairs, not only the fifty likeliest." }
  var allOfDuplicates: String { "--all goes with --duplicates" }
  var duplicatesWithoutQuestion: String {
    "--duplicates compares everybody and takes no question: leave --from out"
  }
  var optionOpenLink: String { "It is the person of this file: link the new file to it." }
  var optionOpenNew: String { "It is another person, whatever was found." }
  var optionImportLink: String {
    "Link each file to the one that is likely to be of the same person."
  }
  var optionImportNew: String { "They are other people, whatever was found." }
  func ask(for part: PersonQuestion.Part) -> String {
    switch part {
    case .name: "Name:"
    case .alias: "Another name:"
    case .birthYear: "Year of birth:"
    case .phone: "Telephone:"
    case .idNumber: "Number of an identity paper:"
    }
  }
  var findKeys: String { "Enter: skip   ?: explain   !: hide and lock" }
  var findExplained: String {
    "whatever is known is enough: a part of the name, without accents, a letter wrong; more of it finds fewer"
  }
  func reason(_ reason: MatchReason) -> String {
    switch reason {
    case .nameSame: "same name"
    case .nameAccents: "same letters, tone or accents differ"
    case .nameSound: "same sounds, letters differ"
    case .nameLetter: "one letter more or fewer"
    case .nameOtherLetter: "one letter is another, or stands elsewhere"
    case .nameLetters: "letters differ in more than one syllable"
    case .nameAlike: "one syllable is only like another of the name"
    case .nameOrder: "in another order"
    case .nameShort: "one syllable more or fewer, the others fit"
    case .namePart: "part of the name"
    case .otherName: "another name fits"
    case .yearFits: "birth year fits"
    case .yearNear: "birth year one off"
    case .yearDiffers: "birth year differs"
    case .phoneSame: "same telephone number"
    case .phoneDiffers: "telephone number differs"
    case .numberSame: "same identity number"
    case .numberDiffers: "identity number differs"
    }
  }
  var matched: String { "Matched" }
  var likelySame: String { "Likely the same" }
  var nobodyFound: String { "nobody was found" }
  func peopleFound(_ count: Int, shown: Int, entry: Int) -> String {
    possibleMatches(count) + (shown < count ? ", the first \(shown) shown; ask more closely" : "")
      + ", log entry \(entry)"
  }
  func notSearched(_ count: Int) -> String {
    (count == 1 ? "1 file" : "up to \(count) files")
      + " could not be searched, so somebody may have a file that is not shown; a lead runs:"
      + " safekeep vault doctor --index"
  }
  func notCompared(_ count: Int) -> String {
    (count == 1 ? "1 file was" : "\(count) files were")
      + " compared with some of the others only; who reads all of them runs: safekeep vault doctor --index"
  }
  var askLead: String { "where nobody answers for a file, ask a lead" }
  func pairsFound(_ count: Int, shown: Int, entry: Int) -> String {
    let pairs = shown == 1 ? "1 pair" : "\(shown) pairs"
    let rest =
      shown < count
      ? ", the likeliest of \(count); of the others some may be linked; all: safekeep case find --duplicates --all"
      : ""
    return pairs + " of files may be of one person and are not linked\(rest), log entry \(entry)"
  }
  var otherCase: String { "Other case" }
  var likelyFilesExist: String { "the person is likely to have a file already; nothing was opened" }
  var openHint: String { "the same person: --link CASE; another person: --new" }
  var askOwnerHint: String {
    "the same person: ask the owner of the file or a lead, and open no other; another person: --new"
  }
  func linkedUnfound(_ other: String) -> String {
    "case \(other) was not among the files that are like this person: check the code, and ask a lead if it is wrong"
  }
  var whichFile: String { "The code of their file, to link the new one to it (Enter stops):" }
  var linkOrNew: String { "either --link or --new: it is the same person or another" }
  func linkedAsSame(_ code: String, _ other: String) -> String {
    "case \(code) is linked to case \(other) as of the same person"
  }
  var unreadLabel: String { "Not searched" }
  var unsearchedStop: String { "not every file could be searched; nothing was written" }
  var unsearchedHint: String { "or without them, whoever has one of those files: --new" }
  var questionEmpty: String {
    "nothing was asked for: give a name, a year of birth, a telephone number or an identity number"
  }
  func questionLong(_ limit: Int) -> String { "longer than \(limit) bytes" }
  var nothingSearched: String { "nothing was searched" }
  var questionShort: String { "one letter is too little to look for; nothing was searched" }
}

extension Vietnamese {
  var optionDuplicates: String {
    "Cán bộ phụ trách: so mọi người với nhau: các cặp hồ sơ có thể của cùng một người."
  }
  var optionAllPairs: String { "Mọi cặp như vậy, không chỉ năm mươi cặp có khả năng nhất." }
  var allOfDuplicates: String { "--all chỉ dùng cùng --duplicates" }
  var duplicatesWithoutQuestion: String {
    "--duplicates so mọi người với nhau, không nhận nội dung tìm: xin bỏ --from"
  }
  var optionOpenLink: String { "Là người của hồ sơ này: liên kết hồ sơ mới với hồ sơ đó." }
  var optionOpenNew: String { "Là người khác, dù đã tìm thấy gì." }
  var optionImportLink: String { "Liên kết từng hồ sơ với hồ sơ có thể của cùng một người." }
  var optionImportNew: String { "Là những người khác, dù đã tìm thấy gì." }
  func ask(for part: PersonQuestion.Part) -> String {
    switch part {
    case .name: "Họ và tên:"
    case .alias: "Tên gọi khác:"
    case .birthYear: "Năm sinh:"
    case .phone: "Điện thoại:"
    case .idNumber: "Số giấy tờ tùy thân:"
    }
  }
  var findKeys: String { "Enter: bỏ qua   ?: giải thích   !: ẩn và khóa" }
  var findExplained: String {
    "biết gì thì nhập nấy: một phần họ tên, không dấu, sai một chữ cái cũng được; càng nhiều thì kết quả càng ít"
  }
  func reason(_ reason: MatchReason) -> String {
    switch reason {
    case .nameSame: "cùng họ tên"
    case .nameAccents: "cùng chữ, khác dấu"
    case .nameSound: "cùng âm, khác chữ"
    case .nameLetter: "thừa hoặc thiếu một chữ cái"
    case .nameOtherLetter: "một chữ cái khác hoặc ở vị trí khác"
    case .nameLetters: "nhiều tiếng khác chữ cái"
    case .nameAlike: "một tiếng chỉ giống tiếng khác trong họ tên"
    case .nameOrder: "khác thứ tự"
    case .nameShort: "hơn hoặc kém một tiếng, các tiếng còn lại trùng"
    case .namePart: "trùng một phần họ tên"
    case .otherName: "trùng tên gọi khác"
    case .yearFits: "năm sinh phù hợp"
    case .yearNear: "năm sinh lệch một năm"
    case .yearDiffers: "khác năm sinh"
    case .phoneSame: "cùng số điện thoại"
    case .phoneDiffers: "khác số điện thoại"
    case .numberSame: "cùng số giấy tờ"
    case .numberDiffers: "khác số giấy tờ"
    }
  }
  var matched: String { "Điểm trùng" }
  var likelySame: String { "Có thể cùng một người" }
  var nobodyFound: String { "không tìm thấy ai" }
  func peopleFound(_ count: Int, shown: Int, entry: Int) -> String {
    possibleMatches(count)
      + (shown < count ? ", hiển thị \(shown) kết quả đầu; xin tìm cụ thể hơn" : "")
      + ", mục nhật ký số \(entry)"
  }
  func notSearched(_ count: Int) -> String {
    "có đến \(count) hồ sơ chưa tìm được, nên có thể có người đã có hồ sơ mà không hiển thị; cán bộ phụ trách"
      + " chạy: safekeep vault doctor --index"
  }
  func notCompared(_ count: Int) -> String {
    "có \(count) hồ sơ chỉ được so với một số hồ sơ khác; người đọc được đầy đủ chạy: safekeep vault doctor --index"
  }
  var askLead: String { "hồ sơ chưa có người phụ trách thì hỏi cán bộ phụ trách" }
  func pairsFound(_ count: Int, shown: Int, entry: Int) -> String {
    let rest =
      shown < count
      ? ", có khả năng nhất trong \(count) cặp; trong số còn lại có thể có cặp đã liên kết; xem hết: safekeep case find --duplicates --all"
      : ""
    return
      "\(shown) cặp hồ sơ có thể của cùng một người và chưa liên kết\(rest), mục nhật ký số \(entry)"
  }
  var otherCase: String { "Hồ sơ kia" }
  var likelyFilesExist: String { "người này có thể đã có hồ sơ; chưa mở hồ sơ nào" }
  var openHint: String { "cùng một người: --link MÃ_HỒ_SƠ; người khác: --new" }
  var askOwnerHint: String {
    "cùng một người: hỏi người phụ trách hồ sơ hoặc cán bộ phụ trách, không mở hồ sơ khác; người khác: --new"
  }
  func linkedUnfound(_ other: String) -> String {
    "hồ sơ \(other) không nằm trong các hồ sơ giống người này: xin kiểm tra lại mã, nếu sai thì báo cán bộ phụ trách"
  }
  var whichFile: String { "Mã hồ sơ của người đó, để liên kết hồ sơ mới (Enter để dừng):" }
  var linkOrNew: String { "chỉ dùng --link hoặc --new: cùng một người hoặc là người khác" }
  func linkedAsSame(_ code: String, _ other: String) -> String {
    "đã liên kết hồ sơ \(code) với hồ sơ \(other) là của cùng một người"
  }
  var unreadLabel: String { "Chưa tìm được" }
  var unsearchedStop: String { "chưa tìm được trong mọi hồ sơ; chưa ghi gì" }
  var unsearchedHint: String { "hoặc vẫn tiếp tục, dù có thể đã có hồ sơ trong số đó: --new" }
  var questionEmpty: String {
    "chưa có gì để tìm: cần họ tên, năm sinh, số điện thoại hoặc số giấy tờ"
  }
  func questionLong(_ limit: Int) -> String { "dài hơn \(limit) byte" }
  var nothingSearched: String { "chưa tìm gì" }
  var questionShort: String { "một chữ cái là quá ít để tìm; chưa tìm gì" }
}
