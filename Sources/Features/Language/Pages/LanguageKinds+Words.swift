import Vocabulary
import Words

extension Mapping.Kind {
    /// How the other one lies to this one.
    var words: Phrase {
        switch self {
        case .exact: "The same"
        case .close: "Nearly the same"
        case .broad: "A part of"
        case .narrow: "Takes in"
        case .related: "Has to do with"
        }
    }

    /// Seen from the other side.
    var turned: Mapping.Kind {
        switch self {
        case .broad: .narrow
        case .narrow: .broad
        case .exact, .close, .related: self
        }
    }
}

extension LanguageAct.Kind {
    var words: Phrase {
        switch self {
        case .load: "loaded from a file"
        case .propose: "proposed"
        case .adopt: "adopted"
        case .retire: "retired"
        case .replace: "replaced by others"
        case .merge: "merged"
        case .split: "split"
        case .word: "given another word"
        case .map: "mapped to another list"
        case .edit: "written anew by hand"
        case .undo: "put back as it was"
        case .retireList: "taken out of use"
        case .restoreList: "brought back into use"
        }
    }
}
