import Casework

/// What is asked at the terminal, and what is said when nobody is there to answer.
protocol PromptWords {
  var yes: String { get }
  var no: String { get }
  // Passphrases
  func passphrase(handle: String) -> String
  var passphraseAgain: String { get }
  var newPassphrase: String { get }
  var newPassphraseAgain: String { get }
  var invitationCode: String { get }
  var secretsDiffer: String { get }
  func secretTooLong(limit: Int) -> String
  var secretFileOpen: String { get }
  var secretFileOpenHint: String { get }
  var secretFolder: String { get }
  var secretNotText: String { get }
  var secretNotTextHint: String { get }
  var secretOnTerminalInput: String { get }
  var secretOnTerminalInputHint: String { get }
  // Nobody there
  var nobodyToAsk: String { get }
  var nobodyToAskHint: String { get }
  var inputEnded: String { get }
  var lineCut: String { get }
  // Forms
  /// Above the first question of a form: what the single letters do.
  var formKeys: String { get }
  /// Above a question that somebody came back to.
  func answeredBefore(_ value: String) -> String
  /// Above a question to which the case has an answer.
  func recordedBefore(_ value: String) -> String
  var isThisTheCase: String { get }
  var notThisCase: String { get }
  func choose(from codes: String) -> String
  func chooseSome(from codes: String) -> String
  /// Of a list that is too long to stand in the question.
  var chooseByName: String { get }
  var chooseSomeByName: String { get }
  /// Under the beginning of such a list.
  var moreByName: String { get }
  /// In place of a list of which not even the beginning helps.
  var findByName: String { get }
  /// Above codes that have what was typed in their names.
  var perhapsMeant: String { get }
  func notAChoice(_ codes: String) -> String
  var purposeQuestion: String { get }
  var summaryQuestion: String { get }
  /// In the place of a summary with nothing in it.
  var nothingAnswered: String { get }
  /// Before an act that cannot be taken back.
  func typeToConfirm(_ what: String) -> String
  var notConfirmed: String { get }
}

extension Words {
  /// Yes in the language of the person or in English, with accents or without; not every keyboard has them.
  func isYes(_ answer: String) -> Bool {
    says(answer, yes) || ["y", "yes"].contains(answer.lowercased())
  }

  func isNo(_ answer: String) -> Bool {
    says(answer, no) || ["n", "no"].contains(answer.lowercased())
  }

  private func says(_ answer: String, _ word: String) -> Bool {
    let (answer, word) = (PersonName(answer).fold, PersonName(word).fold)
    return answer == word || answer == word.prefix(1)
  }
}

extension English {
  var yes: String { "yes" }
  var no: String { "no" }
  func passphrase(handle: String) -> String { "Passphrase of \(handle):" }
  var passphraseAgain: String { "The same again:" }
  var newPassphrase: String { "New passphrase (at least four words):" }
  var newPassphraseAgain: String { "The new one again:" }
  var invitationCode: String { "Invitation code:" }
  var secretsDiffer: String { "the two were not the same; nothing was changed" }
  func secretTooLong(limit: Int) -> String { "longer than \(limit) bytes" }
  var secretFileOpen: String { "others may read the passphrase file" }
  var secretFileOpenHint: String { "make it yours alone: chmod 600 FILE" }
  var secretFolder: String { "--passphrase-file names a directory; a file is wanted" }
  var secretNotText: String { "the passphrase file is not in UTF-8" }
  var secretNotTextHint: String { "save it as UTF-8; nothing was tried" }
  var secretOnTerminalInput: String { "a passphrase typed into standard input would be seen" }
  var secretOnTerminalInputHint: String { "leave --passphrase-file out to be asked without echo" }
  var nobodyToAsk: String { "a question has to be asked, and there is no terminal to ask it on" }
  var nobodyToAskHint: String {
    "give the passphrase with --passphrase-file and the answers with --from, or drop --no-input"
  }
  var inputEnded: String { "the input ended before the answer" }
  var lineCut: String {
    "this line is longer than a terminal gives (4,095 bytes) and was not taken: break it with Enter, or use --from"
  }
  var formKeys: String {
    "Enter: skip   d: declined   u: unknown   n: not asked   w: withheld"
      + "   <: back   ?: explain   !: hide and lock"
  }
  func answeredBefore(_ value: String) -> String { "answered: \(value) (Enter keeps it)" }
  func recordedBefore(_ value: String) -> String { "recorded: \(value) (Enter keeps it)" }
  var isThisTheCase: String { "Is this the case you mean? (yes/no)" }
  var notThisCase: String { "not this case; nothing was recorded" }
  func choose(from codes: String) -> String { "one of: \(codes)" }
  func chooseSome(from codes: String) -> String { "one or more, parted by ;: \(codes)" }
  var chooseByName: String { "a code or a name; ? explains" }
  var chooseSomeByName: String { "codes or names, parted by ;; ? explains" }
  var moreByName: String { "  and others: type a part of the name to find one" }
  var findByName: String { "  type a part of the name to find one" }
  var perhapsMeant: String { "did you mean one of these?" }
  func notAChoice(_ codes: String) -> String { "that is none of: \(codes)" }
  var purposeQuestion: String { "What for?" }
  var nothingAnswered: String { "nothing was answered" }
  var summaryQuestion: String { "Record this? (yes/no, v to see what is hidden, < to go back)" }
  func typeToConfirm(_ what: String) -> String {
    "This cannot be taken back. Type \(what) to go on:"
  }
  var notConfirmed: String { "not confirmed; nothing was changed" }
}

extension Vietnamese {
  var yes: String { "có" }
  var no: String { "không" }
  func passphrase(handle: String) -> String { "Mật khẩu của \(handle):" }
  var passphraseAgain: String { "Nhập lại:" }
  var newPassphrase: String { "Mật khẩu mới (ít nhất bốn từ):" }
  var newPassphraseAgain: String { "Nhập lại mật khẩu mới:" }
  var invitationCode: String { "Mã mời:" }
  var secretsDiffer: String { "hai lần nhập không giống nhau; chưa có gì thay đổi" }
  func secretTooLong(limit: Int) -> String { "dài hơn \(limit) byte" }
  var secretFileOpen: String { "người khác có thể đọc tệp mật khẩu này" }
  var secretFileOpenHint: String { "chỉ cho riêng mình đọc: chmod 600 TỆP" }
  var secretFolder: String { "--passphrase-file là một thư mục; cần một tệp" }
  var secretNotText: String { "tệp mật khẩu không phải UTF-8" }
  var secretNotTextHint: String { "xin lưu tệp dạng UTF-8; chưa thử mật khẩu nào" }
  var secretOnTerminalInput: String { "mật khẩu gõ vào đầu vào chuẩn sẽ hiện trên màn hình" }
  var secretOnTerminalInputHint: String {
    "bỏ --passphrase-file để được hỏi mà không hiện ký tự"
  }
  var nobodyToAsk: String { "cần hỏi nhưng không có thiết bị đầu cuối để hỏi" }
  var nobodyToAskHint: String {
    "đưa mật khẩu bằng --passphrase-file và câu trả lời bằng --from, hoặc bỏ --no-input"
  }
  var inputEnded: String { "dữ liệu vào đã hết trước khi có câu trả lời" }
  var lineCut: String {
    "dòng này dài hơn mức thiết bị đầu cuối cho phép (4.095 byte) nên chưa được nhận: xin xuống dòng bằng Enter, hoặc dùng --from"
  }
  var formKeys: String {
    "Enter: bỏ qua   d: từ chối trả lời   u: không biết   n: chưa hỏi   w: không ghi ra"
      + "   <: quay lại   ?: giải thích   !: ẩn và khóa"
  }
  func answeredBefore(_ value: String) -> String { "đã trả lời: \(value) (Enter: giữ nguyên)" }
  func recordedBefore(_ value: String) -> String { "đã ghi: \(value) (Enter: giữ nguyên)" }
  var isThisTheCase: String { "Có đúng là hồ sơ này không? (có/không)" }
  var notThisCase: String { "không đúng hồ sơ; chưa ghi gì" }
  func choose(from codes: String) -> String { "chọn một trong: \(codes)" }
  func chooseSome(from codes: String) -> String {
    "chọn một hoặc nhiều, cách nhau bằng dấu ;: \(codes)"
  }
  var chooseByName: String { "mã hoặc tên; ?: giải thích" }
  var chooseSomeByName: String { "mã hoặc tên, cách nhau bằng dấu ;   ?: giải thích" }
  var moreByName: String { "  và các mục khác: gõ một phần của tên để tìm" }
  var findByName: String { "  gõ một phần của tên để tìm" }
  var perhapsMeant: String { "có phải là một trong các mục sau?" }
  func notAChoice(_ codes: String) -> String { "không thuộc danh mục: \(codes)" }
  var purposeQuestion: String { "Để làm gì?" }
  var nothingAnswered: String { "chưa có câu nào được trả lời" }
  var summaryQuestion: String {
    "Ghi nhận các thông tin này? (có/không, v để xem phần đang ẩn, < để quay lại)"
  }
  func typeToConfirm(_ what: String) -> String {
    "Việc này không thể hoàn lại. Gõ \(what) để tiếp tục:"
  }
  var notConfirmed: String { "chưa xác nhận; chưa có gì thay đổi" }
}
