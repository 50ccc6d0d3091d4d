import Testing

@testable import Web

struct FormMergeTests {
    private func form(_ shown: [String: String], _ typed: [(String, String)]) -> Form {
        var form = Form()
        form.fields.append("shown", ShownValues(shown).text)
        for (name, value) in typed { form.fields.append(name, value) }
        return form
    }

    /// Every way in which a field can have been, be and become.
    @Test func `of every three values, nothing is overwritten that was not seen and nothing typed is lost`() {
        let values = ["", "a", "b", "c"]
        for before in values {
            for now in values {
                for typed in values {
                    let merge = FormMerge(form(["x": before], [("x", typed)]), now: ["x": now])
                    let kept = merge.mine["x"] ?? now
                    if typed == before {
                        #expect(kept == now && merge.conflicts.isEmpty)
                        #expect(merge.theirs == (now == before ? [] : ["x"]))
                    } else if now == before || now == typed {
                        #expect(kept == typed && merge.conflicts.isEmpty && merge.theirs.isEmpty)
                    } else {
                        #expect(kept == now)
                        #expect(merge.conflicts == [FormMerge.Conflict(field: "x", theirs: now, mine: typed)])
                    }
                }
            }
        }
    }

    @Test func `a person who has seen the other's value may put their own in its place`() {
        let first = FormMerge(form(["x": "a"], [("x", "mine")]), now: ["x": "theirs"])
        #expect(first.conflicts.count == 1)
        // The form comes again with theirs in the field, and the choice ticked.
        let again = form(["x": "theirs"], [("x", "theirs"), ("mine", "x"), ("mine-x", "mine")])
        #expect(FormMerge(again, now: ["x": "theirs"]).mine == ["x": "mine"])
        // Where it was changed once more meanwhile, it is asked once more.
        #expect(FormMerge(again, now: ["x": "third"]).conflicts.first?.theirs == "third")
    }

    @Test func `fields that the page doesn't know are left alone, and so are those that the form lacks`() {
        let merge = FormMerge(form(["x": "a"], [("y", "b"), ("z", "c")]), now: ["x": "a", "y": "a"])
        #expect(merge.mine == ["y": "b"])
        #expect(merge.theirs.isEmpty && merge.conflicts.isEmpty)
    }

    @Test(arguments: ["", "nonsense", "[1,2]", "{\"x\":3}"])
    func `a form with a broken note of what was shown counts as shown now`(note: String) {
        var form = Form()
        form.fields.append("shown", note)
        form.fields.append("x", "b")
        #expect(FormMerge(form, now: ["x": "a"]).mine == ["x": "b"])
    }

    @Test func `line ends and spaces at the ends are no change`() {
        let merge = FormMerge(form(["x": "one\ntwo"], [("x", " one\r\ntwo ")]), now: ["x": "one\ntwo"])
        #expect(merge.mine.isEmpty && merge.conflicts.isEmpty)
    }
}
