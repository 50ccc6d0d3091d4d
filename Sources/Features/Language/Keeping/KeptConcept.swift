package import FoundationEssentials
package import Storage
package import Vocabulary

/// A concept as it is kept: what it says in one of its versions, and what became of it.
package struct KeptConcept: Sendable, Equatable {
    package enum Status: String, Sendable, CaseIterable {
        /// Somebody has proposed it, and nobody has adopted it yet.
        case proposed
        case adopted
        /// Others are used in its place.
        case superseded
        case retired
    }

    /// Its number in the place.
    package let number: Int
    /// Its scheme's number.
    package let scheme: Int
    package let version: Int
    package let status: Status
    package let concept: Concept
    /// The numbers of those that are used in its place.
    package let successors: [Int]
    /// From when this version holds.
    package let since: Date

    /// The preferred label that somebody who reads a language sees, its own language last.
    package func label(for language: String) -> Text { concept.label(for: language) }
}

/// A scheme as it is kept.
package struct KeptScheme: Sendable, Equatable {
    package let number: Int
    package let scheme: Scheme
    /// Whose list it is; nil for those of the place.
    package let organisation: String?
    /// How many times a file was loaded.
    package let edition: Int
    package let changed: Date
    /// Whether it is offered; one that isn't stays, for what was made with it.
    package let isInUse: Bool

    /// What is said of it in a language; in English or whatever there is where nothing is.
    func notes(for language: String) -> [Text] {
        let all = scheme.notes.map(\.text)
        let own = all.filter { $0.language?.hasPrefix(language) ?? true }
        let english = all.filter { $0.language?.hasPrefix("en") ?? true }
        return own.isEmpty ? (english.isEmpty ? all : english) : own
    }

    package func title(for language: String) -> Text {
        scheme.titles.first { $0.language?.hasPrefix(language) ?? false }
            ?? scheme.titles.first { $0.language?.hasPrefix("en") ?? true } ?? scheme.titles.first
            ?? Text(scheme.id, in: nil)
    }
}

/// Something that was done with the words of a place, by one person at once.
package struct LanguageAct: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case load, propose, adopt, retire, replace, merge, split, word, map, edit, undo
        case retireList = "retire-list"
        case restoreList = "restore-list"

        /// Whether it can be undone as one.
        package var isUndoable: Bool { [.adopt, .retire, .replace, .merge, .split, .word, .map, .edit].contains(self) }
    }

    package let id: String
    package let kind: Kind
    /// The person's identifier; nil for the product itself, and for a person who is forgotten.
    package let author: String?
    package let created: Date

    package init(id: String, kind: Kind, author: String?, created: Date) {
        self.id = id
        self.kind = kind
        self.author = author
        self.created = created
    }
}

/// Why something can't be done with a concept.
package enum LanguageRefusal: StorageFailure, Equatable {
    case notThere
    /// Somebody has changed it since it was shown.
    case changed
    case empty
    /// Another concept of the scheme has this label.
    case labelTaken(String)
    /// What would come of it is no sound thesaurus.
    case unsound(ThesaurusProblem)
    /// Nothing new is built on what is only proposed, retired or superseded; with its label.
    case doesNotHold(String)
    /// Nor on what is of a list that is out of use; with its label.
    case outOfUse(String)
    case listOutOfUse
    /// The organisation has as many lists in use as it may have.
    case tooManyLists
    /// They are of different schemes: those are mapped and not merged.
    case otherScheme
    case sameConcept
    /// No concept is called so.
    case nobodyCalled(String)
    /// Several are called so, each with its number and its list.
    case severalCalled(String, in: String)
    /// They are of one scheme: those are wider, narrower or related, and not mapped.
    case sameScheme
    /// Something has been built on it since.
    case cannotUndo
    case storage(StorageError)
}
