// The command line: hands its words to the library and its exit code to the shell.
int main() {
  return 2;
}
