/// Vietnamese as offices write it, with the terms of the law itself (Law 53/2024/QH15).
struct Vietnamese: Words {
  let language = Language.vietnamese
}
