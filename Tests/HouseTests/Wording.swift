import Foundation

/// What has no place in any file of the project.
enum Wording {
  /// The hosts that a link of ours may lead to. A new one is a decision, so it is made here.
  static let hosts: Set = [
    "www.swift.org", "github.com", "c2sp.org", "www.apache.org", "www.rfc-editor.org",
    "datatracker.ietf.org", "doc.libsodium.org", "docs.openssl.org", "www.sqlite.org",
    "keepachangelog.com", "semver.org", "no-color.org", "specifications.freedesktop.org",
    "creativecommons.org", "hl7.org", "terminology.hl7.org", "dicom.nema.org", "schema.ocsf.io",
    "profiles.ihe.net",
  ]

  /// Folders of one machine or one person. Written in two halves, or this file would name them.
  private static let machinePaths = [
    "ho" + "me", "ro" + "ot", "Use" + "rs", "wo" + "rk", "m" + "nt", "o" + "pt",
  ]

  private static let unfinishedWords = ["TO" + "DO", "FIX" + "ME"]

  static func foreignHosts(in files: [HouseFile]) -> [String] {
    findings(in: files, #/https?:\/\/([^\/\s"'`)>\]}:?#,;$]+)/#) { match in
      let host = String(match.output.1)
      return hosts.contains(host) ? nil : "leads to \(host)"
    }
  }

  static func machinePaths(in files: [HouseFile]) -> [String] {
    let folders = Set(machinePaths)
    // Only at the beginning of a path: `../shared/network/` and XDG's `~/.local` are no machine's.
    return findings(in: files, #/(?:^|[\s"'`=(:\[])\/(\w+)\//#) { match in
      folders.contains(String(match.output.1)) ? "names a path of one machine" : nil
    }
  }

  static func unfinished(in files: [HouseFile]) -> [String] {
    findings(in: files, #/\b([A-Z]{4,5})\b/#) { match in
      unfinishedWords.contains(String(match.output.1)) ? "something is left to do" : nil
    }
  }

  private static func findings(
    in files: [HouseFile], _ pattern: Regex<(Substring, Substring)>,
    judge: (Regex<(Substring, Substring)>.Match) -> String?
  ) -> [String] {
    files.flatMap { file in
      zip(1..., file.lines).flatMap { number, line in
        line.matches(of: pattern).compactMap(judge).map { "\(file.path):\(number): \($0)" }
      }
    }
  }
}
