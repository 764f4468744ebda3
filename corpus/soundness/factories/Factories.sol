// SPDX-License-Identifier: MIT
pragma solidity ^0.8.0;

interface Registry {
    function register() external;
    function note() external;
}

interface Hook {
    function made() external;
}

/// Calls back while it is made, and any number of times later.
contract Child {
    Registry private immutable parent;
    uint256 public cap;
    address public owner;

    constructor(uint256 most) payable {
        parent = Registry(msg.sender);
        cap = most;
        parent.register();
    }

    function begin(address who) external {
        require(owner == address(0));
        owner = who;
    }

    function poke() external {
        parent.note();
    }
}

/// Makes children whose code is known.
contract Making is Registry {
    uint256 public count;
    uint256 public registered;
    uint256 public notes;
    uint256 public caps;
    mapping(address => bool) public made;
    address[] public all;
    mapping(bytes32 => address) public at;

    function make(uint256 most) external returns (address) {
        Child child = new Child(most);
        made[address(child)] = true;
        all.push(address(child));
        child.begin(msg.sender);
        count++;
        caps = child.cap();
        require(child.owner() == msg.sender);
        return address(child);
    }

    function place(bytes32 salt) external {
        bytes memory code = abi.encodePacked(type(Child).creationCode, abi.encode(uint256(1)));
        address child;
        assembly {
            child := create2(0, add(code, 32), mload(code), salt)
        }
        at[salt] = child;
    }

    function safely(bytes32 salt) external {
        at[salt] = address(new Child{salt: salt}(1));
    }

    function register() external {
        registered++;
    }

    function note() external {
        require(made[msg.sender]);
        notes++;
    }
}

/// Asks somebody else while it is made.
contract Asking {
    constructor(Hook hook) {
        hook.made();
    }
}

/// Makes children that ask others, or whose code the caller brings.
contract Hooked {
    uint256 public count;
    uint256 public locked;
    bool private entered;

    modifier once() {
        require(!entered);
        entered = true;
        _;
        entered = false;
    }

    function make(Hook hook) external {
        new Asking(hook);
        count++;
    }

    function makeLocked(Hook hook) external once {
        new Asking(hook);
        locked++;
    }

    function bring(bytes calldata code) external {
        bytes memory copy = code;
        address child;
        assembly {
            child := create(0, add(copy, 32), mload(copy))
        }
        require(child != address(0));
        count++;
    }
}

contract Worker {
    address public owner;
    uint256 public pay;

    function begin(address who, uint256 most) external {
        require(owner == address(0));
        owner = who;
        pay = most;
    }
}

/// Its workers are minimal proxies (EIP-1167), of a known implementation or of any.
contract Office {
    address private immutable worker = address(new Worker());
    uint256 public count;
    address public last;

    function hire(uint256 most) external {
        address clone = cloned(worker);
        Worker(clone).begin(msg.sender, most);
        require(Worker(clone).pay() == most && Worker(clone).owner() == msg.sender);
        last = clone;
        count++;
    }

    function hireAny(address like) external {
        address clone = cloned(like);
        Worker(clone).begin(msg.sender, 0);
        count++;
    }

    function cloned(address like) private returns (address clone) {
        assembly {
            mstore(0x00, or(shr(232, shl(96, like)), 0x3d602d80600a3d3981f3363d3d373d3d3d363d73000000))
            mstore(0x20, or(shl(120, like), 0x5af43d82803e903d91602b57fd5bf3))
            clone := create(0, 0x09, 0x37)
        }
        require(clone != address(0));
    }
}

contract Purse {
    constructor() payable {}
}

/// Gives ether to what it makes, or does not.
contract Paying {
    uint256 public given;

    constructor() payable {}

    function make(uint256 wei_) external {
        new Purse{value: wei_}();
        given += wei_;
    }

    function makeEmpty() external {
        new Purse();
    }
}

/// The same, and what fails is counted too.
contract Trying {
    uint256 public given;

    constructor() payable {}

    function make(uint256 wei_) external {
        bytes memory code = type(Purse).creationCode;
        assembly {
            pop(create(wei_, add(code, 32), mload(code)))
        }
        given += wei_;
    }

    function makeEmpty() external {
        new Purse();
    }
}

/// Changes what it keeps after it was made.
contract Box {
    uint256 public cap;
    mapping(uint256 => uint256) public at;

    constructor(uint256 most) {
        cap = most;
    }

    function put(uint256 key, uint256 value) external {
        at[key] = value;
    }

    function setCap(uint256 most) external {
        cap = most;
    }
}

contract Shelf {
    Box public box;

    constructor(uint256 most) {
        box = new Box(most);
    }
}

/// Asks its children in the same step, some of which a revert has undone.
contract Undone {
    uint256 public caps;
    uint256 public found;
    bool public same;
    uint256 public count;

    function inner(uint256 value) external returns (Box box) {
        box = new Box(value);
        box.put(1, value);
        require(value % 2 == 0);
    }

    function again(uint256 value) external {
        Box first = new Box(3);
        try this.inner(value) returns (Box made) {
            made.put(2, 3);
        } catch {}
        Box second = new Box(9);
        found = second.at(1) + second.at(2);
        second.put(1, 5);
        same = address(first) == address(second);
    }

    function nested(uint256 most) external {
        caps = new Shelf(most).box().cap();
    }

    function changed(uint256 most) external {
        Box box = new Box(most);
        box.setCap(most / 2);
        caps = box.cap();
    }

    function asked(Hook hook, uint256 most) external {
        Box box = new Box(most);
        hook.made();
        caps = box.cap();
    }

    function predicted(address guess) external {
        same = address(new Box(1)) == guess;
    }

    function many(uint256 n) external {
        for (uint256 i = 0; i < n; i++) {
            new Box(i);
            count++;
        }
    }
}
