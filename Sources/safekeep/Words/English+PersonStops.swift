import Casework

extension English {
  /// Rules about children, protection, verification, the decision and links.
  func personStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .dangerAtHome:
      (
        "there is ground to believe that relatives are a danger; the child goes to a facility",
        "record the stay: safekeep support record CASE, stay_need child_danger"
      )
    case .notUrgent:
      (
        "before a decision only these measures may be taken",
        "record the number of the decision: decision_no"
      )
    case .linkToItself: ("a file is not linked to itself", nil)
    case .linkedAlready:
      ("the two files are linked so already", "see both files: safekeep case show CASE")
    case .linkedOtherwise:
      (
        "two files are of one person or of two: these are linked as the other",
        "see both files: safekeep case show CASE"
      )
    case .linkedRound:
      (
        "by the links of other files these two are linked otherwise: nobody came with themselves, or with who came with them",
        "look at the files that each is linked to: safekeep case show CASE"
      )
    default: rowStop(reason) ?? verificationStop(reason)
    }
  }

  /// The row of Article 37.
  private func rowStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .ofAge:
      (
        "the person is of age, and this is a category of minors",
        "a lead sets the category that holds now"
      )
    case .otherStanding:
      (
        "this category is not one of somebody whose file stands at",
        "a person in process keeps that row until the decision; a victim's row follows the step identified"
      )
    case .noPrincipal:
      (
        "a minor who came with somebody has a file that is linked to theirs; this file has no link of the kind",
        "link it from the file of that person: safekeep case link CASE THIS_CASE --kind dependant"
      )
    case .otherPrincipal:
      (
        "a minor who came with somebody has the row of that person, and theirs is another; it gives a minor",
        "look at the file of that person: safekeep case show CASE; where they have no row, the minor has none either"
      )
    case .principalLaw:
      (
        "a minor who came with somebody keeps the law of that person; theirs is",
        "a lead records that law for this file: safekeep case record CASE, legal_regime"
      )
    case .principalNotIdentified:
      (
        "the law supports minors who came with a victim or with somebody in the process of identification; the decision on the person they came with is that they are no victim",
        "what was given until that day may be entered with its day; a child who may be a victim has a file as one: safekeep case open"
      )
    default: nil
    }
  }

  private func verificationStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .tooEarly: ("it cannot have happened before this", "look at both dates on the papers")
    case .extensionOrder:
      (
        "the police limit is lengthened in two steps, complex and then prolonged, each once",
        "after what is recorded comes the step named, or none"
      )
    case .prolongedTooSoon:
      (
        "a limit is prolonged where two months turned out not to be enough, and not on the day on which the case was called complex",
        "give the day of the decision on its paper: decided_at"
      )
    case .limitPassed:
      (
        "the limit that was to be lengthened has passed; now the paper is due at once",
        "record the decision: safekeep identification record CASE"
      )
    case .beyondLimit: ("the law allows no day beyond this limit", "give a day within it")
    case .answered: ("the police have answered; there is nothing to lengthen", nil)
    default: decisionStop(reason)
    }
  }

  private func decisionStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .notInProcess:
      (
        "a decision is recorded for somebody in the process of identification, or who came with a certificate",
        "take the step in_process first, or record initial_check_result certificate_present"
      )
    case .decided:
      (
        "what was decided stands: a number or a day is corrected with the reason in the same form",
        "give decision_reason with the correction"
      )
    case .decisionStands:
      (
        "two people agreed to what was decided, and it is not turned into another decision",
        anotherFile
      )
    case .contradictsReply:
      (
        "the police verified and answered the contrary",
        "correct whichever is wrong; where another body whose paper the law knows has decided, name it in decided_by and give decision_reason"
      )
    case .replyStands:
      (
        "the file stands where it does because of this answer, and it is not turned into its contrary",
        "say where the newer paper of the police lies (safekeep verification record CASE, paper_ref); "
          + anotherFile
      )
    case .restsOnIt:
      (
        "the file stands where it does because of this, and it is not taken away",
        "correct it to what the paper says"
      )
    default: moveStop(reason) ?? retractionStop(reason)
    }
  }

  /// Where a decision goes that cannot stand in the file where it was recorded.
  private var anotherFile: String {
    "what was recorded of somebody else, or was decided otherwise since, goes another way: open the person's file anew (safekeep case open --new), link the two (safekeep case link CASE OTHER_CASE --kind same) and close this one as duplicate (safekeep case close CASE); what was somebody else's two people then erase (safekeep case erase CASE --reason purpose_done)"
  }
}

extension Vietnamese {
  /// Quy định về trẻ em, bảo vệ, xác minh, kết luận, liên kết.
  func personStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .dangerAtHome:
      (
        "có căn cứ cho rằng trẻ em có thể gặp nguy hiểm khi đưa về nơi người thân thích; phải chuyển giao cho cơ sở",
        "xin ghi đợt lưu trú: safekeep support record MÃ_HỒ_SƠ, stay_need child_danger"
      )
    case .notUrgent:
      ("khi chưa có quyết định chỉ được áp dụng biện pháp", "xin ghi số quyết định: decision_no")
    case .linkToItself: ("không liên kết hồ sơ với chính nó", nil)
    case .linkedAlready:
      ("hai hồ sơ đã được liên kết như vậy", "xem cả hai hồ sơ: safekeep case show MÃ_HỒ_SƠ")
    case .linkedOtherwise:
      (
        "hai hồ sơ là của một người hoặc của hai người: hai hồ sơ này đã được liên kết theo cách kia",
        "xem cả hai hồ sơ: safekeep case show MÃ_HỒ_SƠ"
      )
    case .linkedRound:
      (
        "theo liên kết của các hồ sơ khác, hai hồ sơ này được liên kết theo cách kia: không ai đi cùng chính mình, hoặc đi cùng người đã đi cùng mình",
        "xem các hồ sơ mà mỗi hồ sơ liên kết tới: safekeep case show MÃ_HỒ_SƠ"
      )
    default: rowStop(reason) ?? verificationStop(reason)
    }
  }

  /// Đối tượng theo Điều 37.
  private func rowStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .ofAge:
      (
        "người này đã đủ 18 tuổi, đối tượng này dành cho người dưới 18 tuổi",
        "cán bộ phụ trách xác định lại đối tượng"
      )
    case .otherStanding:
      (
        "đối tượng này không đúng với hồ sơ đang ở tình trạng",
        "trước khi có kết luận là người đang trong quá trình xác định; sau bước xác định là nạn nhân mới là nạn nhân"
      )
    case .noPrincipal:
      (
        "hồ sơ của người dưới 18 tuổi đi cùng phải liên kết với hồ sơ của người mà họ đi cùng; hồ sơ này chưa có liên kết loại",
        "liên kết từ hồ sơ của người đó: safekeep case link MÃ_HỒ_SƠ MÃ_HỒ_SƠ_NÀY --kind dependant"
      )
    case .otherPrincipal:
      (
        "người dưới 18 tuổi đi cùng thuộc đối tượng theo người mà họ đi cùng; theo người đó thì đối tượng là",
        "xem hồ sơ của người đó: safekeep case show MÃ_HỒ_SƠ; nếu người đó không thuộc đối tượng nào thì người đi cùng cũng không"
      )
    case .principalLaw:
      (
        "người dưới 18 tuổi đi cùng được áp dụng luật của người mà họ đi cùng; luật đó là",
        "cán bộ phụ trách ghi luật đó vào hồ sơ này: safekeep case record MÃ_HỒ_SƠ, legal_regime"
      )
    case .principalNotIdentified:
      (
        "luật hỗ trợ người dưới 18 tuổi đi cùng nạn nhân hoặc đi cùng người đang trong quá trình xác định là nạn nhân; người mà họ đi cùng đã được kết luận không phải là nạn nhân",
        "hỗ trợ đã thực hiện đến ngày đó vẫn được ghi kèm ngày; trẻ em có thể là nạn nhân thì có hồ sơ riêng: safekeep case open"
      )
    default: nil
    }
  }

  private func verificationStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .tooEarly: ("việc này không thể xảy ra trước", "xin đối chiếu hai ngày trên giấy tờ")
    case .extensionOrder:
      (
        "thời hạn của Công an được gia hạn theo hai bước, vụ việc phức tạp rồi kéo dài thêm, mỗi bước một lần",
        "sau những gì đã ghi là bước được nêu, hoặc không còn bước nào"
      )
    case .prolongedTooSoon:
      (
        "chỉ kéo dài thêm khi thời hạn 02 tháng không đủ, không phải ngay trong ngày xác định vụ việc là phức tạp",
        "xin ghi ngày quyết định trên giấy tờ: decided_at"
      )
    case .limitPassed:
      (
        "thời hạn cần gia hạn đã hết; nay phải cấp giấy xác nhận ngay",
        "xin ghi kết luận: safekeep identification record MÃ_HỒ_SƠ"
      )
    case .beyondLimit:
      ("luật không cho phép ngày nào sau thời hạn này", "xin ghi ngày trong thời hạn")
    case .answered: ("Công an đã trả lời, không còn thời hạn để gia hạn", nil)
    default: decisionStop(reason)
    }
  }

  private func decisionStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .notInProcess:
      (
        "chỉ ghi kết luận cho người đang trong quá trình xác định, hoặc người đã có giấy tờ xác nhận",
        "xin chuyển sang in_process trước, hoặc ghi initial_check_result là certificate_present"
      )
    case .decided:
      (
        "kết luận đã có được giữ nguyên: số hoặc ngày ghi sai thì sửa kèm lý do trong cùng một lần ghi",
        "xin ghi decision_reason cùng với nội dung sửa"
      )
    case .decisionStands:
      (
        "hai người đã đồng ý với kết luận này, không sửa thành kết luận khác được",
        anotherFile
      )
    case .contradictsReply:
      (
        "Công an đã xác minh và trả lời ngược lại",
        "xin sửa mục ghi sai; nếu cơ quan khác có thẩm quyền theo luật đã kết luận thì ghi cơ quan đó vào decided_by và ghi decision_reason"
      )
    case .replyStands:
      (
        "tình trạng của hồ sơ dựa vào trả lời này, không được sửa thành trả lời ngược lại",
        "xin ghi nơi lưu văn bản mới của Công an (safekeep verification record MÃ_HỒ_SƠ, paper_ref); "
          + anotherFile
      )
    case .restsOnIt:
      (
        "tình trạng của hồ sơ dựa vào mục này, không được bỏ trống",
        "xin sửa cho đúng giấy tờ"
      )
    default: moveStop(reason) ?? retractionStop(reason)
    }
  }

  /// Kết luận không thể để lại trong hồ sơ đã ghi thì làm thế nào.
  private var anotherFile: String {
    "nội dung của người khác ghi nhầm vào đây, hoặc sau đó có kết luận khác, thì mở lại hồ sơ khác cho người này (safekeep case open --new), liên kết hai hồ sơ (safekeep case link MÃ_HỒ_SƠ MÃ_HỒ_SƠ_KHÁC --kind same) và kết thúc hồ sơ này với lý do trùng (safekeep case close MÃ_HỒ_SƠ); nội dung của người khác sau đó do hai người xóa, hủy (safekeep case erase MÃ_HỒ_SƠ --reason purpose_done)"
  }
}
