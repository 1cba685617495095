import Casework

/// `request …`, and the page for the person.
protocol RequestWords {
  func requestAnswered(entry: Int) -> String
  func pagePrinted(entry: Int) -> String
  var printEntry: String { get }
  var answerHandOver: String { get }
  /// The answer as it is recorded in the case.
  func answeredOnPage(_ entry: Int) -> String
  var noRequests: String { get }
  /// Which command carries a request out.
  func carriesOut(_ command: String) -> String
  /// After the page of what health staff alone hold.
  var partHandOver: String { get }
  /// Which command makes that page.
  func partOfOthers(_ command: String) -> String
  // The page
  var personPartIntroduction: String { get }
  /// What the person keeps from whoever made the page.
  func personKept(_ fields: String) -> String
  /// For who made a page for a representative, and not on it.
  func keptFromRepresentative(_ fields: String) -> String
  /// On each page for a representative, whether or not there is any of it.
  var personForRepresentative: String { get }
  func personTitle(code: String) -> String
  var personIntroduction: String { get }
  var personOthersTitle: String { get }
  func personOthers(_ classes: String) -> String
  /// What stands in the file under keys that whoever made the page was never given.
  func personNotGiven(_ classes: String) -> String
  /// What stands in the file and is told by word of mouth alone.
  func personOffPaper(_ fields: String) -> String
  /// What was taken back and waits for a second person.
  func personHidden(_ entries: Int) -> String
}

extension English {
  func requestAnswered(entry: Int) -> String { "the answer is recorded, log entry \(entry)" }
  func pagePrinted(entry: Int) -> String { "the page is written, log entry \(entry)" }
  var printEntry: String { "Printed as" }
  var answerHandOver: String {
    "hand it over as safe_answer says, then delete the file: it holds what the vault keeps sealed"
  }
  func answeredOnPage(_ entry: Int) -> String { "printed page, log entry \(entry)" }
  var noRequests: String { "no open requests" }
  func carriesOut(_ command: String) -> String { "what carries it out: safekeep \(command)" }
  var partHandOver: String {
    "this is the part that you hold; the request stays as it is. Hand it over as whoever answers for the file says, then"
      + " delete the file: it holds what the vault keeps sealed"
  }
  func partOfOthers(_ command: String) -> String {
    "what health staff alone hold is not on it; health staff of this case print it: safekeep \(command) FILE"
  }
  func keptFromRepresentative(_ fields: String) -> String {
    "not on the page, because a representative asked for it: \(fields). The person may know it: tell them alone"
  }
  var personForRepresentative: String {
    "Somebody asked for this page who acts for the person. Whether or not there is any of it, it has nothing of what was"
      + " written in free words, of where the person stays, and of what the person themselves asked for or keeps from"
      + " somebody; who looked is told by classes. The person is told the rest."
  }
  func personTitle(code: String) -> String { "Your data, case \(code)" }
  var personPartIntroduction: String {
    "This page holds what is recorded of your health and may be read by health staff alone. The rest of your data, and who"
      + " looked at them, stands on the page of the office that answers your request."
      + " You may ask for it to be corrected, restricted or deleted, and you may withdraw a consent."
  }
  func personKept(_ fields: String) -> String {
    "Not on this page, because you keep it from whoever made it: \(fields). That does not mean that there is nothing."
      + " Ask the office, and another officer answers."
  }
  var personIntroduction: String {
    "This page holds what is recorded of you and may be read by the officer who prints it."
      + " You may ask for it to be corrected, restricted or deleted, and you may withdraw a consent."
  }
  var personOthersTitle: String { "What others hold" }
  func personOthers(_ classes: String) -> String {
    "Not on this page, because other officers alone may read it: \(classes)."
      + " Ask for it: health staff of your file print a page of theirs for this request."
  }
  func personNotGiven(_ classes: String) -> String {
    "Recorded in your file and not on this page, because whoever made it has not been given the key: \(classes)."
      + " Ask the office for it."
  }
  func personOffPaper(_ fields: String) -> String {
    "Recorded, and for your safety not put on paper: \(fields)."
      + " Whoever answers for your file tells you in person."
  }
  func personHidden(_ entries: Int) -> String {
    "Not on this page: \(entries == 1 ? "1 entry" : "\(entries) entries") of this file, taken back as not belonging in"
      + " it or not so. A second person has not decided yet. Ask again when they have, and you are told."
  }
}

extension Vietnamese {
  func requestAnswered(entry: Int) -> String { "đã ghi nhận trả lời, mục nhật ký số \(entry)" }
  func pagePrinted(entry: Int) -> String { "trang in đã được ghi ra tệp, mục nhật ký số \(entry)" }
  var printEntry: String { "Mục in" }
  var answerHandOver: String {
    "xin giao theo cách đã ghi ở safe_answer rồi xóa tệp: tệp chứa những gì kho hồ sơ niêm phong"
  }
  func answeredOnPage(_ entry: Int) -> String { "trang in, mục nhật ký số \(entry)" }
  var noRequests: String { "không có yêu cầu nào đang chờ" }
  func carriesOut(_ command: String) -> String { "thực hiện bằng: safekeep \(command)" }
  var partHandOver: String {
    "đây là phần do anh chị giữ; yêu cầu vẫn giữ nguyên. Xin giao theo cách người phụ trách hồ sơ hướng dẫn rồi xóa tệp:"
      + " tệp chứa những gì kho hồ sơ niêm phong"
  }
  func partOfOthers(_ command: String) -> String {
    "phần chỉ cán bộ y tế giữ không có trên trang; cán bộ y tế của hồ sơ này in bằng: safekeep \(command) TỆP"
  }
  func keptFromRepresentative(_ fields: String) -> String {
    "không có trên trang vì người yêu cầu là người đại diện: \(fields). Người được đại diện có quyền biết: xin cho riêng họ"
      + " biết"
  }
  var personForRepresentative: String {
    "Trang này do người đại diện yêu cầu. Dù có hay không, trang không có nội dung viết tự do, nơi người được đại diện đang"
      + " ở, những gì người được đại diện tự yêu cầu hoặc không cho ai xem; việc ai đã xem được ghi theo nhóm thông tin."
      + " Người được đại diện được cho biết phần còn lại."
  }
  func personTitle(code: String) -> String { "Dữ liệu của quý vị, hồ sơ \(code)" }
  var personPartIntroduction: String {
    "Trang này gồm những gì đã ghi nhận về sức khỏe của quý vị mà chỉ cán bộ y tế được đọc. Dữ liệu khác và danh sách"
      + " người đã xem có trên trang của cơ quan trả lời yêu cầu."
      + " Quý vị có quyền yêu cầu chỉnh sửa, hạn chế hoặc xóa, và rút lại sự đồng ý."
  }
  func personKept(_ fields: String) -> String {
    "Không có trên trang này vì quý vị không cho người lập trang xem: \(fields). Điều đó không có nghĩa là không có thông"
      + " tin. Quý vị yêu cầu cơ quan thì cán bộ khác trả lời."
  }
  var personIntroduction: String {
    "Trang này gồm những gì đã ghi nhận về quý vị mà cán bộ in trang được phép đọc."
      + " Quý vị có quyền yêu cầu chỉnh sửa, hạn chế hoặc xóa, và rút lại sự đồng ý."
  }
  var personOthersTitle: String { "Phần do người khác giữ" }
  func personOthers(_ classes: String) -> String {
    "Không có trên trang này vì chỉ cán bộ khác được đọc: \(classes)."
      + " Quý vị yêu cầu thì cán bộ y tế của hồ sơ in trang riêng theo yêu cầu này."
  }
  func personNotGiven(_ classes: String) -> String {
    "Có ghi trong hồ sơ của quý vị nhưng không có trên trang này vì người lập trang chưa được trao khóa: \(classes)."
      + " Xin yêu cầu cơ quan cung cấp."
  }
  func personOffPaper(_ fields: String) -> String {
    "Có ghi trong hồ sơ nhưng không in ra giấy để giữ an toàn cho quý vị: \(fields)."
      + " Người phụ trách hồ sơ sẽ trực tiếp cho quý vị biết."
  }
  func personHidden(_ entries: Int) -> String {
    "Không có trên trang này: \(entries) mục của hồ sơ đã được thu hồi vì ghi nhầm hoặc không đúng. Người thứ hai chưa"
      + " quyết định. Khi có quyết định, quý vị yêu cầu lại thì được trả lời."
  }
}
