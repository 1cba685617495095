import Foundation
import Sealing

/// What a leaf may say, key by key, and whether something that was said has got into one: as it is, or
/// as a hash, which for a name or a code is guessed.
enum LeafSpeech {
  private static let hash = "[A-Za-z0-9_-]{43}"
  private static let pseudonym = "[A-Za-z0-9_-]{22}"
  private static let actor = "[0-9a-f]{16}"
  private static let role =
    "intake|social_worker|lead|health_staff|duty|police|legal_aid|statistician|auditor|admin|trustee"
    + "|recovery"
  private static let base64 = "[A-Za-z0-9+/]{43}="

  /// The forms of which a draft can be kept.
  private static let drafts =
    "reception|verification|identification|support|protection|rescue|person|health"

  /// The codes of `kind`: as the page of the format has them.
  private static let kinds =
    "log|fields|vault|operations|index|epoch|member|passphrase|owner|case|staff|status|show|report"
    + "|breach|accesses|pseudonym|(fhir|ocsf|csv|ndjson)(\\.handles)?|proof|pin|cosign-request"
    + "|timestamp-request|checkpoint|tail|handles|rfc3161|rules|approval|restricted|card|transfer"
    + "|leaver|keys|custody|self|compromised|referral|request|person_request|purpose_done"
    + "|share(\\.[a-z_]+)?|recovery|root|records|restore|doctor|tree|pending|modes|parts"
    + "|retention_ended|authority_decision|wrong_file|twice|not_so|emergency|life_danger|unconscious|childbirth|exposure|self_harm"
    + "|letter|consent|receipt|summary|form|stats(\\.official)?|person|opening|register|duplicates|new|same"
    + "|stripped|\(drafts)|threat|other|L[0-9]{2}(_[0-9a-z]+)+"

  private static let forms: [String: String] = [
    "act": "[a-z]+(\\.[a-z]+)?", "out": "ok|denied|failed|unattributed", "why": "[a-z_]{4,13}",
    "kind": kinds, "actor": actor, "subj": actor, "sid": actor, "prev": base64, "box": base64,
    "rec": pseudonym, "item": pseudonym, "man": hash, "grant": hash, "who": hash, "sum": hash,
    "note": hash, "role": role, "grole": role,
    "purp": "TREAT|ETREAT|BTG|CAREMGT|HLEGAL|HOPERAT|PATRQT",
    // A witness names itself, in public.
    "vkey":
      "(safekeep/[0-9a-f]{32}(/a/[0-9a-f]{16})?|[a-z0-9./-]{1,64})\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]{44}",
  ]

  private static let numbers: Set = [
    "v", "seq", "t", "aseq", "n", "by", "ref", "epoch", "gen", "class",
  ]

  /// The keys whose values are not of their form, or that there are not.
  static func faults(in line: String) -> [String] {
    let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return (object ?? [:]).filter { !isFit($0.key, $0.value) }.map(\.key).sorted()
  }

  private static func isFit(_ key: String, _ value: Any) -> Bool {
    if numbers.contains(key) { return value is Int }
    if key == "fields" {
      let codes = value as? [String] ?? [""]
      return codes.allSatisfy { matches($0, "f[0-9]{2,10}(:[0-9]+)?") }
    }
    guard let form = forms[key], let text = value as? String else { return false }
    return matches(text, form)
  }

  private static func matches(_ text: String, _ form: String) -> Bool {
    text.range(of: "^(\(form))$", options: .regularExpression) != nil
  }

  static func leaks(of said: Set<String>, in line: String) -> [String] {
    said.filter { text in
      text.count > 4 && shapes(of: text).contains { line.contains($0) }
    }.sorted()
  }

  /// A text as it is, and its SHA-256 in the spellings that a leaf could hold.
  private static func shapes(of text: String) -> [String] {
    let bytes = Array(text.utf8)
    let hashed = Digest.of(bytes).bytes
    let base64 = [Data(bytes), Data(hashed)].map { $0.base64EncodedString() }
    let url = base64.map {
      $0.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
    return [text] + base64 + url + [hashed.map { String(format: "%02x", $0) }.joined()]
  }
}
