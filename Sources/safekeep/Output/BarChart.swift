/// Bars beside each other's names, as a drawing inside a page (SVG 1.1): no script and nothing fetched.
///
/// Every number stands in the table above it, so the drawing has one text for those who hear the page, and a
/// suppressed number has no bar: how long one was would tell it.
struct BarChart {
  struct Bar {
    let name: String
    /// Nil where it is suppressed.
    let value: Int?
  }

  let bars: [Bar]

  private static let (height, gap, labels, width) = (16, 6, 260, 640)

  var svg: String {
    let largest = max(1, bars.compactMap(\.value).max() ?? 1)
    let step = Self.height + Self.gap
    let drawn = bars.enumerated().map { index, bar in
      let (top, text) = (index * step, HTMLText.escaped(Self.short(bar.name)))
      let name =
        "<text x=\"\(Self.labels - 8)\" y=\"\(top + 13)\" text-anchor=\"end\">\(text)</text>"
      guard let value = bar.value else {
        return name + "<text x=\"\(Self.labels)\" y=\"\(top + 13)\">*</text>"
      }
      let length = value * (Self.width - Self.labels - 60) / largest
      return name
        + "<rect x=\"\(Self.labels)\" y=\"\(top)\" width=\"\(length)\" height=\"\(Self.height)\"/>"
        + "<text x=\"\(Self.labels + length + 6)\" y=\"\(top + 13)\">\(value)</text>"
    }
    let size = "0 0 \(Self.width) \(max(step, bars.count * step))"
    return "<svg viewBox=\"\(size)\" role=\"img\" aria-hidden=\"true\">"
      + drawn.joined(separator: "\n") + "</svg>"
  }

  /// What fits beside a bar.
  private static func short(_ name: String) -> String {
    name.count <= 40 ? name : name.prefix(39) + "…"
  }
}
