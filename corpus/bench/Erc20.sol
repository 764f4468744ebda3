// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// A token with nothing beside the standard but an open mint.
contract Erc20 {
    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    event Transfer(address indexed from, address indexed to, uint256 amount);
    event Approval(address indexed owner, address indexed spender, uint256 amount);

    function mint(address to, uint256 amount) public {
        totalSupply += amount;
        balanceOf[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    function approve(address spender, uint256 amount) public returns (bool) {
        allowance[msg.sender][spender] = amount;
        emit Approval(msg.sender, spender, amount);
        return true;
    }

    function transfer(address to, uint256 amount) public returns (bool) {
        move(msg.sender, to, amount);
        return true;
    }

    function transferFrom(address from, address to, uint256 amount) public returns (bool) {
        allowance[from][msg.sender] -= amount;
        move(from, to, amount);
        return true;
    }

    function move(address from, address to, uint256 amount) internal {
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
        emit Transfer(from, to, amount);
    }
}

/// The token's functions in loops, without calls: storage, hashes of mapping keys and logs.
contract Erc20Loop is Erc20 {
    /// Works on n accounts, and visits each of them several times.
    /// @return digest depends on balances and allowances
    function run(uint256 n) external returns (uint256 digest) {
        mint(msg.sender, 1e30);
        for (uint256 i = 0; i < n; i++) mint(account(i), i + 1);
        for (uint256 i = 0; i < n; i++) transfer(account(i * 7 % n), i * 3 + 1);
        for (uint256 i = 0; i < n; i++) approve(account(i), i * i);
        allowance[msg.sender][msg.sender] = type(uint256).max;
        for (uint256 i = 0; i < n; i++) transferFrom(msg.sender, account(i * 3 % n), i);
        for (uint256 i = 0; i < n; i++) {
            digest = digest * 3 % type(uint128).max + balanceOf[account(i)] + allowance[msg.sender][account(i)];
        }
        return digest ^ totalSupply;
    }

    function account(uint256 i) internal pure returns (address) {
        return address(uint160(0xA000 + i));
    }
}

/// The same through calls of another contract, as routers and vaults do it.
contract Erc20Calls {
    Erc20 private immutable token = new Erc20();

    /// Works on n accounts, and visits each of them several times.
    /// @return digest depends on balances and allowances
    function run(uint256 n) external returns (uint256 digest) {
        token.mint(address(this), 1e30);
        token.approve(address(this), type(uint256).max);
        for (uint256 i = 0; i < n; i++) {
            address a = address(uint160(0xA000 + i));
            token.mint(a, i + 1);
            token.approve(a, i * i);
            token.transfer(a, i * 3 + 1);
            token.transferFrom(address(this), address(uint160(0xA000 + i * 3 % n)), i);
        }
        for (uint256 i = 0; i < n; i++) {
            address a = address(uint160(0xA000 + i));
            digest = digest * 3 % type(uint128).max + token.balanceOf(a) + token.allowance(address(this), a);
        }
        return digest ^ token.totalSupply();
    }
}
