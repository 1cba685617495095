/// Words and phrases that stand at the top of a guesser's list for this country.
///
/// Our own short list, of the kind everyone who has seen leaked passwords knows: keyboard runs, words
/// for a password, greetings and endearments, the country and its cities, names, football, this
/// project's own field. Accents and spaces are gone before the comparison.
enum CommonPassphrases {
  private static let english = """
    password passwort passw0rd p4ssword passphrase secret letmein welcome login admin administrator
    root master superman batman dragon monkey football baseball iloveyou iloveu loveyou mylove
    princess sunshine shadow qwerty qwertyuiop qwert asdfghjkl asdfgh asdf zxcvbnm zxcvbn qazwsx
    qazwsxedc 1q2w3e4r 1q2w3e4r5t 1qaz2wsx abc abcd abcdef abcxyz trustno changeme default guest test
    testing temp temporary hello hellohello whatever freedom starwars michael jordan internet computer
    samsung iphone facebook google liverpool chelsea arsenal manchester barcelona summer winter spring
    autumn monday sunday january december correct horse battery staple correcthorsebatterystaple
    socialworker office safekeep vault casework caseworker thequickbrownfox tobeornottobe
    openthedoor opensesame
    """

  private static let vietnamese = """
    matkhau matkhaumoi matkhaucuatoi khongcomatkhau khongbiet khongquen quenmatkhau bimat tuyetmat
    anhyeuem emyeuanh yeuanh yeuem yeu yeunhieu yeumaiem yeumaianh anhnhoem emnhoanh nhoem nhoanh
    toiyeuvietnam toiyeuban vietnam vietnamvodich vietnamquehuongtoi quehuong hanoi thanglong saigon
    hochiminh thanhphohochiminh tphcm danang haiphong hue cantho dalat nhatrang vungtau quangninh
    nghean thanhhoa laocai langson hagiang caobang gialai daklak xinchao chaoban chaoem camon hanhphuc
    giadinh giadinhtoi bome boiyeu meyeu conyeu congai contrai concho conmeo meocon chocon bongda
    congaichame congphuong quanghai nguyen nguyenvan nguyenthi nguyenvana tranvan tranthi levan lethi
    phamvan hoangvan minhanh tuananh quynhanh thuyduong ngocanh phuonganh ducanh hoanganh motngaydeptroi
    motnamhaibabonnam mothaibabon mothaiba matkhauday congtacxahoi vanphong nhanvien baove bimatcuatoi
    troioi dienthoai maytinh chucmungnammoi namquocsonhanamde conduongxuatrang
    """

  private static let phrases: [[UInt8]] =
    (english + " " + vietnamese).split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }

  /// Whether one or two listed phrases, with digits around and between, are all there is.
  ///
  /// Nothing but digits counts as well: a date, a telephone number.
  static func cover(_ text: Span<UInt8>) -> Bool {
    covers(text, from: skippingDigits(text, from: 0), phrasesLeft: 2)
  }

  private static func covers(_ text: Span<UInt8>, from start: Int, phrasesLeft: Int) -> Bool {
    if start == text.count { return true }
    guard phrasesLeft > 0 else { return false }
    for phrase in phrases where stands(phrase, in: text, at: start) {
      let end = skippingDigits(text, from: start + phrase.count)
      if covers(text, from: end, phrasesLeft: phrasesLeft - 1) { return true }
    }
    return false
  }

  private static func stands(_ phrase: [UInt8], in text: Span<UInt8>, at start: Int) -> Bool {
    guard text.count - start >= phrase.count else { return false }
    for index in phrase.indices where text[start + index] != phrase[index] { return false }
    return true
  }

  private static func skippingDigits(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
    return index
  }
}
