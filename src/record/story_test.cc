// Runs every tests/record/*.story: reports given by their claims, and what the record must make of
// them (the notation is in tests/record/README.md).
#include "record/story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "record/rivalry.h"

namespace tally {
namespace {

class Judge {
 public:
  Judge(const Story& story, const Record& record) : story_(story), record_(record) {
    for (const RecordClaim& c : record.claims) claims_[c.id] = &c;
    for (const auto& [label, id] : story.claims) labels_[id] = label;
  }

  void check() {
    bool counted = false;
    for (const StoryLine& line : story_.expected) {
      counted = counted || line.words[0] == "fails";
      if (const std::string wrong = judge(line); !wrong.empty()) {
        ADD_FAILURE() << "line " << line.number << ": " << wrong << "\n" << findings();
      }
    }
    if (!counted && fails() > 0) ADD_FAILURE() << "no finding should fail\n" << findings();
  }

 private:
  std::string judge(const StoryLine& line) {
    const std::string& what = line.words[0];
    if (what == "together" || what == "apart") return joined(line, what == "together");
    if (what == "series") return series(line);
    if (what == "finding") return finding(line);
    if (what == "no") return no_finding(line);
    if (what == "fails")
      return std::to_string(fails()) == line.words.at(1) ? "" : std::to_string(fails()) + " fail";
    if (what == "published") return published(line);
    if (what == "standing" || what == "chosen" || what == "origins") return point(line);
    if (what == "event") return event(line);
    if (what == "period")
      return expect(claim(line.words.at(1)).claim.period.value_or(Period{}).to_string(), line.words.at(2));
    if (what == "copy") return expect(document(line.words.at(1)).copy_of, document(line.words.at(2)).id);
    if (what == "main") return expect(document(line.words.at(1)).event, claim(line.words.at(2)).event);
    return "nothing known of \"" + what + "\"";
  }

  static std::string expect(const std::string& got, const std::string& wanted) {
    return got == wanted ? "" : "got \"" + got + "\", wanted \"" + wanted + "\"";
  }

  const RecordClaim& claim(const std::string& label) const { return *claims_.at(story_.claims.at(label)); }
  const Document& document(const std::string& name) const {
    return *std::ranges::find(record_.documents, story_.reports.at(name), &Document::id);
  }
  std::string label(const Id& id) const { return labels_.contains(id) ? labels_.at(id) : id; }

  long fails() const { return std::ranges::count(record_.findings, Verdict::fails, &Finding::verdict); }

  std::string findings() const {
    std::string all;
    for (const Finding& f : record_.findings) {
      all += "  " + std::string(name(f.verdict)) + " " + f.kind + " " + label(f.claim) + ":";
      for (const Id& id : f.against) all += " " + label(id);
      all += "  " + f.explanation + "\n";
    }
    for (const Series& s : record_.series) {
      all += "  series";
      for (const Point& p : s.points) {
        all +=
            " " + p.period.to_string() + "=" + in_words(p.value) + "(" + std::string(name(p.standing)) + ")";
      }
      all += "\n";
    }
    return all;
  }

  std::string joined(const StoryLine& line, bool wanted) const {
    for (std::size_t w = 2; w < line.words.size(); ++w) {
      const RecordClaim& a = claim(line.words[1]);
      const RecordClaim& b = claim(line.words[w]);
      const bool events = a.claim.kind == ClaimKind::event;
      const bool same =
          events ? a.event == b.event && !a.event.empty() : a.variable == b.variable && !a.variable.empty();
      if (same != wanted)
        return line.words[1] + " and " + line.words[w] + (same ? " are joined" : " are not joined");
    }
    return "";
  }

  std::string series(const StoryLine& line) const {
    const auto fits = [&](const Series& s) {
      return std::ranges::all_of(line.keys, [&](const auto& wanted) {
        const auto star = wanted.second.find('*');
        const auto at = std::ranges::find_if(
            s.points, [&](const Point& p) { return p.period.to_string() == wanted.first; });
        if (at == s.points.end()) return false;
        const auto number = Decimal::parse(wanted.second.substr(0, star));
        if (at->value.printed() != number) return false;
        return star == std::string::npos ||
               at->documents >= static_cast<std::uint32_t>(std::stoi(wanted.second.substr(star + 1)));
      });
    };
    return std::ranges::any_of(record_.series, fits) ? "" : "no such series";
  }

  std::string finding(const StoryLine& line) const {
    for (const Finding& f : record_.findings) {
      if (name(f.verdict) != line.words.at(1) || f.claim != story_.claims.at(line.words.at(2))) continue;
      if (line.words.size() > 3 && f.kind != line.words[3]) continue;
      const bool rests = std::ranges::all_of(
          line.words.begin() + std::min<std::ptrdiff_t>(4, std::ssize(line.words)), line.words.end(),
          [&](const std::string& l) { return std::ranges::count(f.against, story_.claims.at(l)) > 0; });
      if (rests) return "";
    }
    return "no such finding";
  }

  std::string no_finding(const StoryLine& line) const {
    const Id& id = story_.claims.at(line.words.at(2));
    const bool found = std::ranges::any_of(record_.findings, [&](const Finding& f) {
      return f.claim == id && (line.words.size() < 4 || name(f.verdict) == line.words[3]);
    });
    return found ? "there is one" : "";
  }

  std::string published(const StoryLine& line) const {
    const Publication& p = document(line.words.at(1)).published;
    return expect((p.date.known() ? p.date.to_string() : "?") + " " + std::string(name(p.basis)),
                  line.words.at(2) + " " + line.words.at(3));
  }

  std::string point(const StoryLine& line) const {
    const Id& id = story_.claims.at(line.words.at(1));
    for (const Series& s : record_.series) {
      for (const Point& p : s.points) {
        for (const Candidate& c : p.candidates) {
          if (std::ranges::count(c.claims, id) == 0) continue;
          if (line.words[0] == "chosen") return c.chosen ? "" : "not chosen: " + c.why;
          if (line.words[0] == "origins") return expect(std::to_string(p.origins), line.words.at(2));
          return expect(std::string(name(p.standing)), line.words.at(2));
        }
      }
    }
    return "no point holds it";
  }

  std::string event(const StoryLine& line) const {
    const auto at = std::ranges::find(record_.events, claim(line.words.at(1)).event, &Event::id);
    if (at == record_.events.end()) return "no event";
    std::string wrong;
    for (const auto& [key, wanted] : line.keys) {
      std::string got;
      if (key == "when") got = at->when ? at->when->to_string() : "?";
      if (key == "count") got = at->count ? in_words(*at->count) : "?";
      if (key == "status") got = name(at->status);
      if (key == "by_whom") got = at->status_by.empty() ? "?" : at->status_by.front();
      if (key == "where") got = at->where.empty() ? "?" : at->where.front();
      if (key == "documents") got = std::to_string(at->documents.size());
      if (key == "part") {
        const auto fits = [&](const EventPart& p) { return in_words(p.value) + ":" + p.role == wanted; };
        got = std::ranges::any_of(at->parts, fits) ? wanted : "no such part";
      }
      wrong += expect(got, wanted);
    }
    return wrong;
  }

  const Story& story_;
  const Record& record_;
  std::map<Id, const RecordClaim*> claims_;
  std::map<Id, std::string> labels_;
};

class Stories : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Stories, GiveTheRecordThatTheySay) {
  std::ifstream in(GetParam());
  std::stringstream text;
  text << in.rdbuf();
  const Story story = read_story(text.str());
  for (const std::string& mistake : story.mistakes) ADD_FAILURE() << GetParam().filename() << ", " << mistake;
  SCOPED_TRACE(GetParam().filename().string());
  const Record record = draw_up(story.documents, story.decisions);
  Judge(story, record).check();
  // The other way round it is the same record.
  std::vector<Document> backwards(story.documents.rbegin(), story.documents.rend());
  const Record again = draw_up(backwards, story.decisions);
  ASSERT_EQ(record.findings.size(), again.findings.size());
  for (std::size_t f = 0; f < record.findings.size(); ++f) {
    EXPECT_EQ(record.findings[f].explanation, again.findings[f].explanation);
  }
}

std::vector<std::filesystem::path> files() {
  std::vector<std::filesystem::path> all;
  for (const auto& entry : std::filesystem::directory_iterator(TALLY_SOURCE_DIR "/tests/record")) {
    if (entry.path().extension() == ".story") all.push_back(entry.path());
  }
  std::ranges::sort(all);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Record, Stories, testing::ValuesIn(files()),
                         [](const auto& which) { return which.param.stem().string(); });

}  // namespace
}  // namespace tally
