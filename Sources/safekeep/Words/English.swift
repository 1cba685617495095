/// British English, plain.
struct English: Words {
  let language = Language.english
}
