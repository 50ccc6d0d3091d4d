import Vocabulary

extension KeptConcept {
    /// What it says after a newer edition of its list: what the edition changed, with what people changed here.
    ///
    /// - Parameter last: what the last file said; what it said already is no news, whatever people made of it.
    func next(saying new: Concept, after last: Stated) -> NextVersion {
        NextVersion(concept.next(saying: new, after: last.concept), standing(after: last))
    }

    private func standing(after last: Stated) -> Standing {
        if last.concept == nil { return status == .proposed ? .adopted : standing }
        // What the last edition left out comes back with this one; what people retired stays so.
        return status == .retired && last.isLeftOut && !last.isChosenHere ? .adopted : standing
    }
}

extension Concept {
    /// - Parameter old: what the last file said; nil where none has named it.
    fileprivate func next(saying new: Concept, after old: Concept?) -> Concept {
        var next = new
        next.labels = nextLabels(new.labels, labels, old?.labels ?? [])
        if !next.labels.contains(where: { $0.kind == .preferred }) { next.labels = labels }
        next.notes = latest(new.notes, notes, old?.notes ?? [])
        next.broader = latest(new.broader, broader, old?.broader ?? []) { $0.filter { $0 != id } }
        next.related = latest(new.related, related, old?.related ?? []).filter { !next.broader.contains($0) }
        next.mappings = nextMappings(new.mappings, mappings, old?.mappings ?? [])
        next.notation = either(new.notation, notation, old?.notation)
        next.isTop = either(new.isTop, isTop, old?.isTop ?? isTop)
        next.expression = either(new.expression, expression, old?.expression)
        return next
    }
}

/// What stands after a newer edition, of which only one can.
private func either<Item: Equatable>(_ new: Item, _ ours: Item, _ old: Item) -> Item {
    ours == old ? new : ours
}

/// What a newer edition says, without what people took away and with what they added. Where only one of both changed
/// something, it stands as it is there, in its order.
private func latest<Item: Hashable>(
    _ new: [Item], _ ours: [Item], _ old: [Item], _ mend: ([Item]) -> [Item] = { $0 }
) -> [Item] {
    if new == old { return ours }
    if ours == old { return new }
    let (kept, before) = (Set(ours), Set(old))
    let stayed = new.filter { kept.contains($0) || !before.contains($0) }
    let there = Set(stayed)
    return mend(stayed + ours.filter { !before.contains($0) && !there.contains($0) })
}

/// As for all lists, for one other concept after the other: of each only one of both says how near it is.
private func nextMappings(_ new: [Mapping], _ ours: [Mapping], _ old: [Mapping]) -> [Mapping] {
    if new == old { return ours }
    if ours == old { return new }
    func kinds(_ all: [Mapping]) -> [String: Set<Mapping.Kind>] {
        Dictionary(all.map { ($0.target, [$0.kind]) }) { $0.union($1) }
    }
    let (here, before) = (kinds(ours), kinds(old))
    func isChangedHere(_ target: String) -> Bool { here[target] != before[target] }
    return new.filter { !isChangedHere($0.target) } + ours.filter { isChangedHere($0.target) }
}

/// As for all lists, by what is said: a word that is said beside the one that people prefer is the file's word all the same.
private func nextLabels(_ new: [Label], _ ours: [Label], _ old: [Label]) -> [Label] {
    if new == old { return ours }
    if ours == old { return new }
    func kinds(_ all: [Label]) -> [Text: Label.Kind] {
        Dictionary(all.map { ($0.text, $0.kind) }) { first, _ in first }
    }
    let (here, before, said) = (kinds(ours), kinds(old), kinds(new))
    let stayed = new.compactMap { label -> Label? in
        guard let kind = here[label.text] else { return before[label.text] == nil ? label : nil }
        return kind == before[label.text] ? label : Label(kind, label.text)
    }
    let own = ours.filter { label in
        guard said[label.text] == nil else { return false }
        return before[label.text] == nil || label.kind == .preferred && before[label.text] != .preferred
    }
    return withOnePreferred(stayed + own)
}

/// Of several preferred labels of one language the last one, which people chose here; the others are said beside it.
private func withOnePreferred(_ labels: [Label]) -> [Label] {
    func language(_ label: Label) -> String { label.text.language?.lowercased() ?? "" }
    var chosen: [String: Text] = [:]
    for label in labels where label.kind == .preferred { chosen[language(label)] = label.text }
    var seen: Set<Text> = Set(chosen.values)
    let preferred = labels.filter { $0.kind == .preferred && chosen[language($0)] == $0.text }
    let others = labels.compactMap { label -> Label? in
        guard seen.insert(label.text).inserted else { return nil }
        return label.kind == .preferred ? Label(.alternative, label.text) : label
    }
    let order = Dictionary(labels.enumerated().map { ($1.text, $0) }) { first, _ in first }
    return (preferred + others).sorted { order[$0.text, default: 0] < order[$1.text, default: 0] }
}
