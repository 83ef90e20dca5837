// The book: opening it, and adding reports to it.
#include "tally/book.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>

#include "base/sha256.h"
#include "book/codec.h"
#include "book/components.h"
#include "book/pack.h"
#include "book/schema.h"
#include "book/store.h"
#include "record/ids.h"
#include "tally/utf8.h"

namespace tally {
namespace {

Database::Mode mode_of(Book::Access access) {
  switch (access) {
    case Book::Access::read:
      return Database::Mode::read;
    case Book::Access::write:
      return Database::Mode::write;
    default:
      return Database::Mode::create;
  }
}

// The statements that add one report, prepared once a transaction.
class Adder {
 public:
  explicit Adder(Database& database)
      : find_(database, "SELECT 1 FROM documents WHERE id = ?"),
        page_(database, "INSERT OR IGNORE INTO pages VALUES (?, ?, ?, ?, ?)"),
        document_(database, "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        article_(database, "INSERT INTO articles(document, sha256, text, source_map) VALUES (?, ?, ?, ?)"),
        claim_(database,
               "INSERT INTO claims(id, document, position, quote, quote_start, quote_end, data) "
               "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        number_(database, "SELECT last_insert_rowid()"),
        components_(database),
        keeps_keys_(database.text("SELECT value FROM meta WHERE key = 'keys'") ==
                    std::to_string(kKeysVersion)) {}

  void add(const Reading& reading, AddCount& count) {
    const Page& page = reading.page;
    const Id id = document_id(page.bytes, page.url.empty() ? page.name : page.url);
    find_.bind(1, id);
    const bool known = find_.step();
    find_.reset();
    if (known) {
      ++count.known;
      return;
    }
    add_document(id, page, reading.article.info);
    add_article(id, reading.article);
    add_keys(reading.article);
    add_claims(id, reading.article);
    ++count.added;
    count.claims += reading.article.claims.size();
  }

 private:
  void add_document(const Id& id, const Page& page, const ArticleInfo& info) {
    const std::string hash = sha256_hex(page.bytes);
    const std::string packed = compress(page.bytes);
    page_.bind(1, hash).bind(2, static_cast<std::int64_t>(page.bytes.size()));
    page_.bind_or_null(3, page.media_type).bind_or_null(4, page.charset).bind_bytes(5, packed).run();
    const std::string published = date_text(info.published.date);
    const std::string modified = date_text(info.published.modified);
    const std::string now = now_as_text();
    document_.bind(1, id).bind(2, hash).bind(3, info.file.empty() ? page.name : info.file);
    document_.bind_or_null(4, info.url).bind_or_null(5, info.title).bind_or_null(6, info.outlet);
    document_.bind_or_null(7, info.byline).bind_or_null(8, info.section).bind_or_null(9, info.credit);
    document_.bind_or_null(10, info.language).bind_or_null(11, published);
    document_.bind(12, name(info.published.basis)).bind_or_null(13, info.published.rule);
    document_.bind_or_null(14, modified).bind_or_null(15, page.retrieved).bind(16, now).run();
  }

  void add_article(const Id& id, const Article& article) {
    const std::string hash = sha256_hex(article.text());
    const std::string runs = pack(article.source);
    article_.bind(1, id).bind(2, hash).bind(3, article.text()).bind_bytes(4, runs).run();
  }

  // Right away, while the claims are at hand; `Store::work` sees to what was left out.
  void add_keys(const Article& article) {
    const ReportNumber number = number_.step() ? number_.integer(0) : 0;
    number_.reset();
    if (keeps_keys_ && components_.is_next(number))
      components_.keep(number, keys_of(article.info, article.text(), article.claims));
  }

  void add_claims(const Id& id, const Article& article) {
    const std::vector<Id> ids = claim_ids(id, article.claims);
    const CodePoints points(article.text());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Claim& claim = article.claims[i];
      const std::string data = encode(claim);
      claim_.bind(1, ids[i]).bind(2, id).bind(3, static_cast<std::int64_t>(i));
      claim_.bind(4, article.text(claim.quote)).bind(5, std::int64_t{points.of_byte(claim.quote.begin)});
      claim_.bind(6, std::int64_t{points.of_byte(claim.quote.end)}).bind(7, data).run();
    }
  }

  Statement find_;
  Statement page_;
  Statement document_;
  Statement article_;
  Statement claim_;
  Statement number_;
  Components components_;
  bool keeps_keys_;
};

}  // namespace

std::string now_as_text() {
  using namespace std::chrono;
  const auto now = floor<seconds>(system_clock::now());
  const auto day = floor<days>(now);
  const hh_mm_ss time(now - day);
  const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return Date::of(day).to_string() + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) +
         ":" + two(time.seconds().count()) + "Z";
}

Book::Book(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

Result<Book> Book::open(const std::string& path, Access access) {
  std::error_code error;
  if (access != Access::create && !std::filesystem::exists(path, error)) {
    return fail(ErrorCode::not_found, "there is no such book; `tally add` makes one", path);
  }
  if (std::filesystem::is_directory(path, error)) {
    return fail(ErrorCode::usage, "this is a folder, and a book is a file", path);
  }
  auto store = std::make_unique<Store>();
  if (auto ok = store->database.open(path, mode_of(access)); !ok) return std::unexpected(ok.error());
  if (auto ok = bring_up_to_date(store->database, mode_of(access)); !ok) return std::unexpected(ok.error());
  return Book(std::move(store));
}

Result<AddCount> Book::add(std::span<const Reading> readings) {
  Transaction transaction(store_->database);
  AddCount count;
  {
    Adder adder(store_->database);
    for (const Reading& reading : readings) {
      if (!reading.skip) adder.add(reading, count);
    }
  }
  if (count.added > 0) store_->database.run("INSERT OR IGNORE INTO meta VALUES ('stale', 'some')");
  if (auto ok = transaction.commit(); !ok) return std::unexpected(ok.error());
  return count;
}

Result<RefreshCount> Book::refresh() {
  RefreshCount count;
  if (!store_->is_stale()) return count;
  for (bool more = true; more;) {
    Transaction transaction(store_->database);
    more = store_->work(count);
    if (auto ok = transaction.commit(); !ok) return std::unexpected(ok.error());
  }
  return count;
}

Result<Record> Book::record() {
  if (!store_->is_stale()) return store_->load_record();
  auto documents = store_->load_documents();
  if (!documents) return std::unexpected(documents.error());
  return draw_up(std::move(*documents), store_->load_decisions());
}

Result<Record> Book::record_as_of(const Period& date) {
  const auto whole = record();
  if (!whole) return whole;
  std::vector<Document> kept;
  auto documents = store_->load_documents();
  if (!documents) return std::unexpected(documents.error());
  for (const Document& known : whole->documents) {
    const bool in_time = known.published.date.known() && known.published.date.first_day() <= date.last_day();
    if (!in_time) continue;
    const auto found = std::ranges::lower_bound(*documents, known.id, {}, &Document::id);
    if (found != documents->end() && found->id == known.id) kept.push_back(*found);
  }
  return draw_up(std::move(kept), store_->load_decisions());
}

}  // namespace tally
