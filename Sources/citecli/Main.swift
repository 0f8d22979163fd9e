import Citations

@main
struct Main {
  static func main() {}
}
