// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

/// A set whose members lie in a list: what is removed gives its place to the last one.
library Sets {
    struct Set {
        bytes32[] values;
        mapping(bytes32 => uint256) positions;
    }

    function add(Set storage set, bytes32 value) internal returns (bool) {
        if (contains(set, value)) return false;
        set.values.push(value);
        set.positions[value] = set.values.length;
        return true;
    }

    function remove(Set storage set, bytes32 value) internal returns (bool) {
        uint256 position = set.positions[value];
        if (position == 0) return false;
        uint256 last = set.values.length - 1;
        if (position - 1 != last) {
            bytes32 moved = set.values[last];
            set.values[position - 1] = moved;
            set.positions[moved] = position;
        }
        set.values.pop();
        delete set.positions[value];
        return true;
    }

    /// Forgets to clear the position.
    function lose(Set storage set, bytes32 value) internal returns (bool) {
        uint256 position = set.positions[value];
        if (position == 0) return false;
        uint256 last = set.values.length - 1;
        if (position - 1 != last) {
            bytes32 moved = set.values[last];
            set.values[position - 1] = moved;
            set.positions[moved] = position;
        }
        set.values.pop();
        return true;
    }

    function contains(Set storage set, bytes32 value) internal view returns (bool) {
        return set.positions[value] != 0;
    }
}

contract Members {
    using Sets for Sets.Set;

    Sets.Set private members;
    uint256 public count;

    function join(bytes32 who) external {
        require(members.add(who));
        count++;
    }

    function leave(bytes32 who) external {
        require(members.remove(who));
        count--;
    }

    function isMember(bytes32 who) external view returns (bool) {
        return members.contains(who);
    }

    function size() external view returns (uint256) {
        return members.values.length;
    }
}

contract Losing {
    using Sets for Sets.Set;

    Sets.Set private members;
    uint256 public count;

    function join(bytes32 who) external {
        require(members.add(who));
        count++;
    }

    function leave(bytes32 who) external {
        require(members.lose(who));
        count--;
    }

    function isMember(bytes32 who) external view returns (bool) {
        return members.contains(who);
    }

    function size() external view returns (uint256) {
        return members.values.length;
    }
}
