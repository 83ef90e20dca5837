# The short verbs. `make demo` and `make test` do everything on a fresh Debian 12.
JOBS ?= 2
.PHONY: build demo test check format bench bench-peers campaign asan fuzz clean setup

build: build/release/CMakeCache.txt
	@cmake --build --preset release -j $(JOBS) --target tally

build/%/CMakeCache.txt: CMakeLists.txt CMakePresets.json
	@cmake --preset $* >/dev/null

setup:
	@tools/setup

demo:
	@tools/setup build
	@$(MAKE) --no-print-directory build
	@tools/demo

test:
	@tools/setup
	@$(MAKE) --no-print-directory build/release/CMakeCache.txt
	@cmake --build --preset release -j $(JOBS)
	@ctest --preset release -j $(JOBS)

check:
	@tools/check

format:
	@git ls-files '*.cc' '*.h' | xargs clang-format-19 -i

asan: build/asan/CMakeCache.txt
	@cmake --build --preset asan -j $(JOBS)
	@ctest --preset asan -j $(JOBS)

bench: build
	@tools/bench

bench-peers:
	@tools/bench-peers

# A million reports into one book; hours. REPORTS and SECONDS bound it.
REPORTS ?= 1000000
campaign: build
	@tools/campaign $(REPORTS) $(SECONDS)

fuzz: build/fuzz/CMakeCache.txt
	@cmake --build --preset fuzz -j $(JOBS)
	@tools/fuzz $(SECONDS_EACH)

clean:
	@rm -rf build
